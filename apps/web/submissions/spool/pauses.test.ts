import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pauseAfter } from './pauses.ts';

test('it doubles up to the longest', () => {
  const pauses = [1, 2, 3, 6, 7, 8, 500].map((tries) => pauseAfter(tries, 500, 30_000, 0));
  expect(pauses).toEqual([500, 1_000, 2_000, 16_000, 30_000, 30_000, 30_000]);
});

test('chance takes off at most half', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (tries, random) => {
        const whole = pauseAfter(tries, 500, 30_000, 0);
        const pause = pauseAfter(tries, 500, 30_000, random);
        expect(pause).toBeGreaterThanOrEqual(whole / 2);
        expect(pause).toBeLessThanOrEqual(whole);
      },
    ),
  );
});
