import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../../tests/support/directory.ts';
import { votes } from '../../tests/support/votes.ts';
import { createSpool } from './spool.ts';
import { openSpoolStore } from './store.ts';

function runWith(dataDir: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', join(import.meta.dirname, 'command.ts'), ...args],
    {
      encoding: 'utf8',
      env: {
        DATA_DIR: dataDir,
        SUBMIT_TOKEN: 'x'.repeat(32),
        FORM_SECRET: 'x'.repeat(32),
        SUBMISSIONS_PUBLIC_KEY: 'A'.repeat(43),
      },
    },
  );
  return { status, stdout, stderr };
}

test('lists what was set aside, and puts it back', async () => {
  const directory = temporaryDirectory();
  expect(runWith(directory, 'poisoned')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('nothing'),
  });

  const store = openSpoolStore(join(directory, 'web/spool.sqlite'));
  const spool = createSpool(store, { items: 100, bytes: 1_000_000 }, (error) => {
    throw error;
  });
  for (const { form, requestId, receivedAt } of votes(3)) {
    await spool.keep({ form, requestId, receivedAt, box: Buffer.from('scellé') });
  }
  for (const { id } of spool.due(Date.now(), 2)) await spool.setAside(id);
  const [first] = spool.poisoned();
  const listed = runWith(directory, 'poisoned');
  expect(listed.stdout.trim().split('\n')).toHaveLength(2);
  expect(listed.stdout).toContain(
    `${first?.id}  vote  ${first?.receivedAt}  1×  7 octets  ${first?.requestId}`,
  );

  expect(runWith(directory, 'retry', `${first?.id}`, '99')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/: 99\n$/),
  });
  expect(spool.poisoned()).toHaveLength(1);
  expect(runWith(directory, 'retry', '--all').status).toBe(0);
  expect(spool.poisoned()).toEqual([]);
  expect(spool.due(Date.now(), 10).map(({ attempts }) => attempts)).toEqual([0, 0, 0]);
  expect(spool.held().items).toBe(3);
  store.close();
});

test.each([['retry'], ['retry', '--all', '1']])('does not understand %j', (...args) => {
  expect(runWith('/nowhere', ...args)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('spool retry'),
  });
});
