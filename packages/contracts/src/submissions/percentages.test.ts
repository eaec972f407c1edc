import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentages } from './percentages.ts';

const counts = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 12 });

test('they add up to 100, or to 0 when nobody has voted', () => {
  fc.assert(
    fc.property(counts, (given) => {
      const sum = percentages(given).reduce((total, share) => total + share, 0);
      expect(sum).toBe(given.some((count) => count > 0) ? 100 : 0);
    }),
  );
});

test('none is off by a whole percent, and more votes never give fewer percent', () => {
  fc.assert(
    fc.property(counts, (given) => {
      const total = given.reduce((sum, count) => sum + count, 0);
      fc.pre(total > 0);
      const shares = percentages(given);
      for (const [index, count] of given.entries()) {
        expect(Math.abs((shares[index] ?? 0) - (count * 100) / total)).toBeLessThan(1);
        for (const [other, fewer] of given.entries()) {
          if (fewer < count) expect(shares[other]).toBeLessThanOrEqual(shares[index] ?? 0);
        }
      }
    }),
  );
});

test('ties go to the greater count, then to the earlier one', () => {
  expect(percentages([1, 1, 1])).toEqual([34, 33, 33]);
  expect(percentages([0, 0])).toEqual([0, 0]);
  expect(percentages([1, 2])).toEqual([33, 67]);
});
