import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deadlineOf, isShort } from './deadline.ts';

const TODAY = '2026-11-25';
const typed = (day: string, month: string, year: string) => ({ day, month, year });

test('every day near today comes back as it was typed, with or without zeros', () => {
  const days = fc.integer({ min: -300, max: 3_000 });
  fc.assert(
    fc.property(days, fc.boolean(), (after, isPadded) => {
      const day = new Date(Date.parse(TODAY) + after * 86_400_000).toISOString().slice(0, 10);
      const [year = '', month = '', date = ''] = day
        .split('-')
        .map((part) => (isPadded ? part : String(Number(part))));
      expect(deadlineOf(typed(date, month, year), TODAY)).toEqual({ day });
    }),
  );
});

test.each([
  ['', '', '', { day: null }],
  [' ', '', '', { day: null }],
  ['1', '', '2027', { fault: 'deadline-partial' }],
  ['30', '2', '2027', { fault: 'deadline-unreal' }],
  ['29', '2', '2028', { day: '2028-02-29' }],
  ['1', '13', '2027', { fault: 'deadline-unreal' }],
  ['0', '1', '2027', { fault: 'deadline-unreal' }],
  ['1', '1', '27', { fault: 'deadline-unreal' }],
  ['1e1', '1', '2027', { fault: 'deadline-unreal' }],
  ['1', '1', '2099', { fault: 'deadline-far' }],
  ['1', '1', '1999', { fault: 'deadline-far' }],
])('%j %j %j', (day, month, year, wanted) => {
  expect(deadlineOf(typed(day, month, year), TODAY)).toEqual(wanted);
});

test('thirty days are short, and so is what has passed', () => {
  expect(['2026-12-25', '2026-12-26', '2026-11-01'].map((day) => isShort(day, TODAY))).toEqual([
    true,
    false,
    true,
  ]);
});
