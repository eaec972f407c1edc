import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryDirectory } from '../../tests/support/directory.ts';
import { sealingKeys, vote, votes } from '../../tests/support/votes.ts';
import { sealTo } from './sealing.ts';
import { createSpool, type SealedSubmission } from './spool.ts';
import { openSpoolStore } from './store.ts';

const MUCH = { items: 1_000, bytes: 1_000_000 };

function openSpool(path = join(temporaryDirectory(), 'web/spool.sqlite'), limits = MUCH) {
  const store = openSpoolStore(path);
  onTestFinished(() => store.close());
  const failures: unknown[] = [];
  return { path, store, failures, ...createSpool(store, limits, (error) => failures.push(error)) };
}

const sealed = (box: string): SealedSubmission => {
  const { form, requestId, receivedAt } = vote();
  return { form, requestId, receivedAt, box: Buffer.from(box) };
};
const textOf = ({ box }: { box: Uint8Array }) => Buffer.from(box).toString();

test('what is kept is due in order, until it is removed', async () => {
  const spool = openSpool();
  const kept = await Promise.all(['a', 'b', 'c'].map((box) => spool.keep(sealed(box))));
  expect(kept).toEqual(['kept', 'kept', 'kept']);
  const due = spool.due(Date.now(), 2);
  expect(due.map(textOf)).toEqual(['a', 'b']);
  await spool.remove(due.map(({ id }) => id));
  expect(spool.due(Date.now(), 10).map(textOf)).toEqual(['c']);
  expect(spool.held()).toEqual({ items: 1, bytes: 1 });
});

test('one that is paused lets others pass, and is due again with its tries', async () => {
  const spool = openSpool();
  await Promise.all(['a', 'b'].map((box) => spool.keep(sealed(box))));
  const [first] = spool.due(1_000, 1);
  await spool.pause(first?.id ?? 0, 5_000);
  expect(spool.due(4_999, 10).map(textOf)).toEqual(['b']);
  expect(spool.due(5_000, 10).map(({ attempts }) => attempts)).toEqual([1, 0]);
});

test('one that is set aside is not due any more, still counts, and asks for an alarm once', async () => {
  const spool = openSpool();
  await spool.keep(sealed('a'));
  await spool.setAside(1);
  expect(spool.due(Date.now(), 10)).toEqual([]);
  expect(spool.held()).toEqual({ items: 1, bytes: 1 });
  expect(spool.unalarmed()).toMatchObject([{ id: 1, form: 'vote', attempts: 1 }]);
  await spool.alarmed(1);
  expect(spool.unalarmed()).toEqual([]);
});

test('both bounds hold, also within one turn and over processes, and room is room again', async () => {
  const limits = { items: 3, bytes: 10 };
  const one = openSpool(undefined, limits);
  const other = openSpool(one.path, limits);
  expect(await Promise.all(['aaaaaa', 'bbbbb', 'c'].map((box) => one.keep(sealed(box))))).toEqual([
    'kept',
    'full',
    'kept',
  ]);
  expect(await other.keep(sealed('d'))).toBe('kept');
  expect(await one.keep(sealed('e'))).toBe('full');
  await other.remove([1]);
  expect(await one.keep(sealed('e'))).toBe('kept');
  expect(one.held()).toEqual({ items: 3, bytes: 3 });
});

test('a store that ends without closing has lost nothing', async () => {
  const { path, keep } = openSpool();
  await Promise.all(votes(50).map((_, index) => keep(sealed(String(index)))));
  const next = openSpool(path);
  expect(next.due(Date.now(), 100).map(textOf)).toEqual(
    Array.from({ length: 50 }, (_, index) => String(index)),
  );
});

test('the file tells nothing of who sent what, and the CMS alone reads it', async () => {
  const { publicKey, open } = await sealingKeys();
  const seal = await sealTo(publicKey);
  const spool = openSpool();
  const { key, ...rest } = vote({ body: { poll: 'canary00000000000000', choices: ['canary-choice'] } });
  const text = JSON.stringify({ key, ...rest });
  await spool.keep({ ...sealed(''), box: seal(text) });
  const [item] = spool.due(Date.now(), 1);
  expect(open(Buffer.from(item?.box ?? []).toString('base64'))).toBe(text);
  const bytes = ['', '-wal'].map((end) => readFileSync(spool.path + end).toString('latin1')).join('');
  for (const secret of ['canary', key, rest.form === 'vote' ? rest.voter : ''])
    expect(bytes).not.toContain(secret);
});

test('a file that is broken keeps nothing and says so; mended, it keeps again', async () => {
  const path = join(temporaryDirectory(), 'spool.sqlite');
  writeFileSync(path, 'this is no database, by no means and in no way, not at all');
  const spool = openSpool(path);
  expect(await spool.keep(sealed('a'))).toBe('unwritable');
  expect(spool.failures).toMatchObject([{ code: 'SQLITE_NOTADB' }]);
  writeFileSync(path, '');
  expect(await spool.keep(sealed('a'))).toBe('kept');
});

test('a turn of writes is one transaction: all or none', async () => {
  const { store, keep, held } = openSpool();
  const kept = keep(sealed('a'));
  const failing = store.write(() => {
    throw new Error('not this one');
  });
  await expect(failing).rejects.toThrow('not this one');
  expect(await kept).toBe('unwritable');
  expect(held().items).toBe(0);
});
