import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import type { Drafts } from '../src/drafts/port.ts';
import { macsUnder } from '../submissions/macs.ts';
import { temporaryDirectory } from '../tests/support/directory.ts';
import { draftBoxes } from './draft-boxes.ts';
import { createDraftKeys } from './draft-keys.ts';
import { openDraftsWith } from './open.ts';

const HOUR = 3_600;
const SECRET = 'secret of the tests, long enough to pass';
const ADDRESS = '192.0.2.1';
const fieldsSchema = z.record(z.string(), z.string());

async function draftsIn(directory = temporaryDirectory(), given: { drafts?: number } = {}) {
  const clock = { now: Date.UTC(2026, 10, 25) };
  const failures: unknown[] = [];
  const file = join(directory, 'web', 'drafts.sqlite');
  const drafts = await openDraftsWith({
    file,
    formSecret: SECRET,
    failed: (error) => failures.push(error),
    limits: { drafts: given.drafts ?? 100, bytes: 1_000_000 },
    now: () => clock.now,
  });
  onTestFinished(() => drafts.close());
  async function begin(content: unknown, lifeS = HOUR): Promise<string> {
    const kept = await drafts.begin(content, ADDRESS, lifeS);
    if (kept.outcome !== 'kept') throw new Error(kept.code);
    return kept.cookie;
  }
  const read = (given: string | undefined) => {
    const draft = drafts.read(given);
    if (draft === 'unavailable') throw new Error(draft);
    return draft;
  };
  return { drafts, directory, file, clock, failures, begin, read };
}
const setting = (name: string, value: string) => (content: unknown) => ({
  ...fieldsSchema.parse(content),
  [name]: value,
});

test('what was kept comes back to who has its cookie, and to nobody else', async () => {
  const { begin, read } = await draftsIn();
  const cookie = await begin({ name: 'é' });
  expect(read(cookie)?.content).toEqual({ name: 'é' });
  const other = await begin({});
  expect(read(other)?.id).not.toBe(read(cookie)?.id);
  const changed = (cookie.startsWith('A') ? 'B' : 'A') + cookie.slice(1);
  for (const wrong of [undefined, '', 'a.b', `${cookie}x`, changed, cookie.replace('.', '')])
    expect(read(wrong)).toBeNull();
});

test('two tabs that change different fields both keep what they wrote, in whichever process', async () => {
  const one = await draftsIn();
  const other = await draftsIn(one.directory);
  const cookie = await one.begin({});
  await Promise.all(
    Array.from({ length: 40 }, async (_, index) => {
      const { drafts } = index % 2 === 0 ? one : other;
      expect(drafts.change(cookie, setting(`field-${index}`, 'kept'), HOUR).outcome).toBe('kept');
    }),
  );
  const content = fieldsSchema.parse(one.read(cookie)?.content);
  expect(Object.keys(content)).toHaveLength(40);
});

test('it expires, is purged, and a change keeps it longer', async () => {
  const { drafts, begin, read, clock, file } = await draftsIn();
  const cookie = await begin({ a: '1' });
  clock.now += HOUR * 900;
  drafts.change(cookie, setting('a', '2'), HOUR);
  clock.now += HOUR * 900;
  expect(read(cookie)?.content).toEqual({ a: '2' });
  clock.now += HOUR * 200;
  expect(read(cookie)).toBeNull();
  expect(drafts.change(cookie, setting('a', '3'), HOUR)).toEqual({ outcome: 'refused', code: 'lost' });
  await begin({});
  const rows = new Database(file, { readonly: true }).prepare('SELECT id FROM draft').all();
  expect(rows).toHaveLength(1);
});

test('neither content nor key nor cookie is in the files', async () => {
  const { begin, directory, drafts } = await draftsIn();
  const cookie = await begin({ message: 'CANARI-7351' });
  drafts.change(cookie, setting('message', 'CANARI-7352'), HOUR);
  const [key = ''] = cookie.split('.');
  const needles = ['CANARI', key, cookie]
    .map((text) => Buffer.from(text))
    .concat(Buffer.from(key, 'base64url'));
  const folder = join(directory, 'web');
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, name));
    for (const needle of needles) expect(bytes.includes(needle), name).toBe(false);
  }
});

test('erased, it is gone, and only it', async () => {
  const { drafts, begin, read } = await draftsIn();
  const [cookie, other] = [await begin({ a: '1' }), await begin({ b: '2' })];
  expect([drafts.erase(cookie), drafts.erase(cookie), drafts.erase('none')]).toEqual([true, true, true]);
  expect([read(cookie), read(other)?.content]).toEqual([null, { b: '2' }]);
});

test('full: nothing new is taken, what is there stays and may change', async () => {
  const { drafts, begin, read } = await draftsIn(undefined, { drafts: 2 });
  const cookie = await begin({ a: '1' });
  await begin({});
  expect(await drafts.begin({}, ADDRESS, HOUR)).toEqual({ outcome: 'refused', code: 'unavailable' });
  expect(drafts.change(cookie, setting('a', '2'), HOUR).outcome).toBe('kept');
  const long = drafts.change(cookie, setting('a', 'x'.repeat(200_000)), HOUR);
  expect(long).toEqual({ outcome: 'refused', code: 'too-large' });
  expect(read(cookie)?.content).toEqual({ a: '2' });
});

test('a file that can’t be opened is said to be unavailable, and tried again', async () => {
  const directory = temporaryDirectory();
  const file = join(directory, 'file', 'drafts.sqlite');
  writeFileSync(join(directory, 'file'), '');
  const drafts = await openDraftsWith({ file, formSecret: SECRET, failed: () => {} });
  expect(await drafts.begin({}, ADDRESS, HOUR)).toEqual({ outcome: 'refused', code: 'unavailable' });
  rmSync(join(directory, 'file'));
  expect((await drafts.begin({}, ADDRESS, HOUR)).outcome).toBe('kept');
  drafts.close();
});

test('many drafts begun from one network are refused', async () => {
  const { drafts } = await draftsIn(undefined, { drafts: 1_000 });
  for (let begun = 0; begun < 300; begun += 1)
    expect((await drafts.begin({}, ADDRESS, HOUR)).outcome).toBe('kept');
  expect(await drafts.begin({}, ADDRESS, HOUR)).toEqual({ outcome: 'refused', code: 'too-many' });
  expect((await drafts.begin({}, '198.51.100.7', HOUR)).outcome).toBe('kept');
});

test('a box opens under its own key and id alone, and not once a bit of it has changed', async () => {
  const boxes = await draftBoxes();
  const keys = createDraftKeys(macsUnder(SECRET), randomBytes);
  const [mine, other] = [keys.make(), keys.make()];
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, at) => {
      const wellFormed = text.toWellFormed();
      const box = boxes.close(wellFormed, mine.key, mine.id);
      expect(boxes.open(box, mine.key, mine.id)).toBe(wellFormed);
      expect(boxes.open(box, other.key, mine.id)).toBeNull();
      expect(boxes.open(box, mine.key, other.id)).toBeNull();
      const changed = Uint8Array.from(box);
      const place = at % box.length;
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(boxes.open(changed, mine.key, mine.id)).toBeNull();
    }),
  );
});

function linkOf(drafts: Drafts, cookie: string, occasion = 'once', lifeS = HOUR): string {
  const linked = drafts.link(cookie, occasion, lifeS);
  if (linked.outcome !== 'kept') throw new Error(linked.code);
  return linked.token;
}

test('by its link a draft is opened elsewhere, any number of times, and by its last reader alone', async () => {
  const { drafts, begin, read, directory } = await draftsIn();
  const other = await draftsIn(directory);
  const [cookie, untouched] = [await begin({ a: '1' }), await begin({ b: '2' })];
  const token = linkOf(drafts, cookie);
  expect(linkOf(drafts, cookie)).toBe(token);
  expect(drafts.linked(token)).toEqual({ id: read(cookie)?.id });

  const first = other.drafts.openLinked(token);
  const second = drafts.openLinked(token);
  if (first.outcome !== 'kept' || second.outcome !== 'kept') throw new Error('not opened');
  expect([read(cookie), read(first.cookie), read(second.cookie)?.content]).toEqual([null, null, { a: '1' }]);
  expect(drafts.change(cookie, setting('a', '9'), HOUR)).toEqual({ outcome: 'refused', code: 'lost' });
  expect(drafts.link(cookie, 'once', HOUR)).toEqual({ outcome: 'refused', code: 'lost' });
  expect(read(untouched)?.content).toEqual({ b: '2' });
});

test('a link leads nowhere once another one was asked for, once its draft is gone, or after its time', async () => {
  const { drafts, begin, clock, file } = await draftsIn();
  const [cookie, erased, kept] = [await begin({}), await begin({}), await begin({}, 9 * HOUR)];
  const before = linkOf(drafts, cookie, 'first');
  const [after, ofErased, old] = [
    linkOf(drafts, cookie, 'second'),
    linkOf(drafts, erased),
    linkOf(drafts, kept),
  ];
  expect([drafts.linked(before), drafts.linked(after)]).toEqual([null, { id: expect.any(String) }]);
  drafts.erase(erased);
  expect(drafts.linked(ofErased)).toBeNull();
  clock.now += HOUR * 1_000;
  for (const token of [before, after, ofErased, old, '', 'A'.repeat(43)]) {
    expect(drafts.linked(token)).toBeNull();
    expect(drafts.openLinked(token)).toEqual({ outcome: 'refused', code: 'lost' });
  }
  await begin({});
  const rows = new Database(file, { readonly: true }).prepare('SELECT id FROM link').all();
  expect(rows).toHaveLength(1);
});

test('neither a link nor what it opens is in the files', async () => {
  const { drafts, begin, directory } = await draftsIn();
  const token = linkOf(drafts, await begin({ message: 'CANARI-7353' }));
  const opened = drafts.openLinked(token);
  const cookie = opened.outcome === 'kept' ? opened.cookie : '';
  const [key = ''] = cookie.split('.');
  const needles = ['CANARI', token, key, cookie]
    .map((text) => Buffer.from(text))
    .concat([token, key].map((text) => Buffer.from(text, 'base64url')));
  const folder = join(directory, 'web');
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, name));
    for (const needle of needles) expect(bytes.includes(needle), name).toBe(false);
  }
});
