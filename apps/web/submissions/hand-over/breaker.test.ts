import { expect, test } from 'vitest';
import { createBreaker } from './breaker.ts';

test('while the CMS is away one in two seconds may try', () => {
  let now = 1_000;
  let mended = 0;
  const breaker = createBreaker(
    () => now,
    () => {
      mended += 1;
    },
  );
  const passes = (at: number) => {
    now = at;
    return breaker.mayPass();
  };
  expect([passes(1_000), passes(1_001)]).toEqual([true, true]);
  breaker.answered();
  expect(mended).toBe(0);
  breaker.lost();
  expect([2_000, 3_000, 3_001, 4_999, 5_000, 5_001].map(passes)).toEqual([
    false,
    false,
    true,
    false,
    false,
    true,
  ]);
  breaker.answered();
  breaker.answered();
  expect(mended).toBe(1);
  expect(passes(5_002)).toBe(true);
});
