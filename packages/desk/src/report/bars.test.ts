import fc from 'fast-check';
import { expect, it } from 'vitest';
import { barsOf } from './bars.ts';

const week = (median: number | null, p90: number | null) => ({
  monday: '2026-11-23',
  received: 3,
  answered: 2,
  median,
  p90,
});

it('measures every bar by the highest', () => {
  expect(barsOf([week(60, 120), week(null, null)])).toEqual([
    { monday: '2026-11-23', median: 0.5, p90: 1 },
    { monday: '2026-11-23', median: 0, p90: 0 },
  ]);
});

it('draws nothing above its frame, whatever the values', () => {
  const value = fc.option(fc.double({ min: 0, max: 1e9, noNaN: true }));
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value)), (pairs) => {
      for (const { median, p90 } of barsOf(pairs.map(([median, p90]) => week(median, p90)))) {
        for (const part of [median, p90]) expect(part >= 0 && part <= 1).toBe(true);
      }
    }),
  );
});
