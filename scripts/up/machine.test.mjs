import { expect, test } from 'vitest';
import { checkDisk, freeGigabytes } from './disk.mjs';
import { isAtLeast } from './node-version.mjs';

test.each([
  ['22.12.0', [22, 12], true],
  ['22.11.9', [22, 12], false],
  ['20.20.2', [22, 12], false],
  ['24.0.0', [22, 12], true],
  ['100.0.0', [22, 12], true],
  ['20.0.0', [20, 0], true],
  ['18.20.0', [20, 0], false],
])('Node %s is at least %j: %j', (version, least, answer) => {
  expect(isAtLeast(version, least)).toBe(answer);
});

test('a disk with too little room is refused, with the figures', async () => {
  await expect(checkDisk('/', 3, async () => 2.94)).rejects.toMatchObject({
    code: 'disk-low',
    facts: { free: '2.9', needed: 3 },
  });
  await expect(checkDisk('/', 3, async () => 3)).resolves.toBeUndefined();
});

test('the free space is measured', async () => {
  expect(await freeGigabytes('.')).toBeGreaterThan(0);
});
