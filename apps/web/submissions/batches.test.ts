import fc from 'fast-check';
import { expect, test } from 'vitest';
import { batchLength } from './batches.ts';

const sizes = fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 60 });

test('what fits goes together, and nothing is left for ever', () => {
  fc.assert(
    fc.property(sizes, (given) => {
      const limits = { items: 20, bytes: 1_000 };
      const count = batchLength(given, limits);
      const bytes = given.slice(0, count).reduce((sum, size) => sum + size, 0);
      expect(count > 0).toBe(given.length > 0);
      expect(count).toBeLessThanOrEqual(20);
      expect(count === 1 || bytes <= 1_000).toBe(true);
      const next = given[count];
      if (next !== undefined) expect(count === 20 || bytes + next > 1_000).toBe(true);
    }),
  );
});

test('one that is larger than a request may be goes alone', () => {
  expect(batchLength([5_000, 1], { bytes: 1_000 })).toBe(1);
});
