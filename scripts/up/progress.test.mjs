import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { createProgress } from './progress.mjs';

function recorder(/** @type {boolean} */ isTTY) {
  let text = '';
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 80 });
  stream.on('data', (chunk) => (text += chunk));
  return { stream: /** @type {any} */ (stream), text: () => text };
}

test('outside a terminal: a line when a step starts and one when it ends, with its time', async () => {
  const { stream, text } = recorder(false);
  let clock = 0;
  const progress = createProgress({ stream, now: () => clock });
  await progress.step('Site', async () => {
    clock = 2_340;
  });
  await expect(
    progress.step('Admin', async () => {
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(text()).toBe('… Site\n✓ Site (2.3 s)\n… Admin\n✗ Admin (0.0 s)\n');
});

test('in a terminal: steps that run at the same time share the last line', async () => {
  const { stream, text } = recorder(true);
  const progress = createProgress({ stream, now: () => 0 });
  await Promise.all([progress.step('Site', async () => {}), progress.step('Admin', async () => {})]);
  const clear = '\r\u001b[2K';
  expect(text()).toContain(`${clear}… Site 0 s · Admin 0 s`);
  expect(text()).toContain(`${clear}✓ Site (0.0 s)\n… Admin 0 s`);
  expect(text().endsWith(`${clear}✓ Admin (0.0 s)\n`)).toBe(true);
});
