import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterOpenTime, type BusinessCalendar, closingAfter, dayOf, openTime } from './business-time.ts';

const NINE_TO_FIVE = { opens: 540, closes: 1020 };
/** As the demo's practice is open: Monday to Thursday, and Friday morning. */
const calendar: BusinessCalendar = {
  timeZone: 'America/Toronto',
  week: [NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, { opens: 540, closes: 720 }, null, null],
  isHoliday: (day) => ['2026-12-25', '2027-01-01', '2026-06-24'].includes(day),
};
const at = (local: string) => Date.parse(local);

describe('the closing of a business day', () => {
  it.each([
    ['a Monday morning, two days on', '2026-11-23T09:30-05:00', 2, '2026-11-25T17:00-05:00'],
    ['after closing, as if it were the next day', '2026-11-23T17:00-05:00', 2, '2026-11-26T17:00-05:00'],
    ['a Friday at eleven', '2026-11-27T11:00-05:00', 1, '2026-11-30T17:00-05:00'],
    ['a Friday afternoon is Monday', '2026-11-27T13:00-05:00', 0, '2026-11-30T17:00-05:00'],
    ['over Christmas, a Friday', '2026-12-24T10:00-05:00', 1, '2026-12-28T17:00-05:00'],
    ['over a change of the clocks', '2026-10-30T10:00-04:00', 1, '2026-11-02T17:00-05:00'],
  ])('%s', (_, from, days, expected) => {
    expect(new Date(closingAfter(calendar, at(from), days))).toEqual(new Date(expected));
  });
});

it('knows the day on the wall, not that of Greenwich', () => {
  expect(dayOf(calendar, at('2026-11-25T02:00:00Z'))).toBe('2026-11-24');
});

const instant = fc.integer({ min: at('2026-01-01T00:00Z'), max: at('2027-03-01T00:00Z') });
const duration = fc.integer({ min: 0, max: 200 * 3_600_000 });

it('adds up: the time open until a moment and after it', () => {
  fc.assert(
    fc.property(instant, duration, duration, (a, first, second) => {
      const [b, c] = [a + first, a + first + second];
      expect(openTime(calendar, a, b) + openTime(calendar, b, c)).toBe(openTime(calendar, a, c));
    }),
    { numRuns: 60 },
  );
});

it('is never more than the time that passes, and none backwards', () => {
  fc.assert(
    fc.property(instant, duration, (a, time) => {
      expect(openTime(calendar, a, a + time)).toBeLessThanOrEqual(time);
      expect(openTime(calendar, a + time, a)).toBe(0);
    }),
    { numRuns: 60 },
  );
});

it('is found again by the moment it leads to', () => {
  fc.assert(
    fc.property(instant, duration, (a, time) => {
      const until = afterOpenTime(calendar, a, time);
      expect(until).toBeGreaterThanOrEqual(a);
      expect(openTime(calendar, a, until)).toBe(time);
    }),
    { numRuns: 60 },
  );
});

it('is later for what comes later', () => {
  fc.assert(
    fc.property(instant, duration, fc.integer({ min: 0, max: 10 }), (a, time, days) => {
      expect(closingAfter(calendar, a + time, days)).toBeGreaterThanOrEqual(closingAfter(calendar, a, days));
      expect(closingAfter(calendar, a, days + 1)).toBeGreaterThan(closingAfter(calendar, a, days));
    }),
    { numRuns: 60 },
  );
});

it('says so where nothing is ever open', () => {
  expect(() => closingAfter({ ...calendar, week: [] }, 0, 1)).toThrow('never open');
});
