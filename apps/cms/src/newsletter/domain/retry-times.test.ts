import { expect, test } from 'vitest';
import { pauseAfter } from './retry-times.ts';

test('a reader’s mail is tried for some two days, at longer and longer intervals, and given up', () => {
  const pauses: number[] = [];
  for (let attempts = 1; ; attempts += 1) {
    const pause = pauseAfter(attempts, 0.5);
    if (pause === null) break;
    pauses.push(pause / 60_000);
  }
  expect(pauses.slice(0, 3)).toEqual([2, 10, 30]);
  expect(pauses).toEqual([...pauses].sort((one, other) => one - other));
  const hours = pauses.reduce((sum, pause) => sum + pause, 0) / 60;
  expect(hours).toBeGreaterThan(46);
  expect(hours).toBeLessThan(49);
});

test('those put off together come back apart', () => {
  expect(pauseAfter(1, 0)).toBeLessThan(pauseAfter(1, 0.99) ?? 0);
});
