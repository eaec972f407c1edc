import { expect, it } from 'vitest';
import { createQuebecHolidays } from './holidays.ts';

const isHoliday = createQuebecHolidays();

it.each([
  ['2026-01-01', true],
  ['2026-01-02', false],
  ['2026-04-03', true],
  ['2026-04-06', false],
  ['2026-05-18', true],
  ['2026-06-24', true],
  ['2026-07-01', true],
  ['2026-08-03', false],
  ['2026-09-07', true],
  ['2026-09-30', false],
  ['2026-10-12', true],
  ['2026-11-11', false],
  ['2026-12-25', true],
  ['2026-12-26', false],
  // Had on the Monday, where they fall on a Sunday.
  ['2029-06-25', true],
  ['2029-07-02', true],
  ['2028-06-26', false],
])('%s: %s', (day, expected) => {
  expect(isHoliday(day)).toBe(expected);
});
