import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mondayOf, percentile, reportOf } from './percentiles.ts';

const counted = fc.record({
  day: fc.constantFrom('2026-11-22', '2026-11-23', '2026-11-29', '2026-11-30', '2027-01-01'),
  programme: fc.constantFrom('pstq', 'caq', null),
  minutes: fc.option(fc.nat({ max: 5_000 })),
});

it('counts every inquiry once by week and once by programme', () => {
  fc.assert(
    fc.property(fc.array(counted), (inquiries) => {
      const { all, weeks, programmes } = reportOf(inquiries);
      for (const part of [weeks, programmes]) {
        expect(part.reduce((sum, { received }) => sum + received, 0)).toBe(all.received);
        expect(part.reduce((sum, { answered }) => sum + answered, 0)).toBe(all.answered);
      }
      expect(weeks.map(({ monday }) => monday)).toEqual(weeks.map(({ monday }) => monday).toSorted());
      if (programmes.some(({ programme }) => programme === null)) {
        expect(programmes.at(-1)?.programme).toBeNull();
      }
    }),
  );
});

it('is one of the values, with at least its share at or below it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 100 }), { minLength: 1 }),
      fc.constantFrom(0.5, 0.9),
      (values, share) => {
        const found = percentile(values, share) ?? Number.NaN;
        expect(values).toContain(found);
        expect(values.filter((value) => value <= found).length).toBeGreaterThanOrEqual(share * values.length);
        expect(values.filter((value) => value < found).length).toBeLessThan(share * values.length);
      },
    ),
  );
  expect(percentile([], 0.5)).toBeNull();
});

it('names a week by its Monday', () => {
  expect(['2026-11-22', '2026-11-23', '2026-11-29', '2027-01-01'].map(mondayOf)).toEqual([
    '2026-11-16',
    '2026-11-23',
    '2026-11-23',
    '2026-12-28',
  ]);
});
