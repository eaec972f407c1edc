import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayBars, highest, hourBars, total } from './ballot-bars.ts';

const HOUR_MS = 3_600_000;
const hour = (text: string, ballots: number) => ({ hour: `2026-${text}:00:00.000Z`, ballots });

const hoursOf = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 490_000, max: 492_000 }), fc.integer({ min: 1, max: 999 })), {
    selector: ([at]) => at,
  })
  .map((pairs) => pairs.map(([at, ballots]) => ({ hour: new Date(at * HOUR_MS).toISOString(), ballots })));

test('the last 48 hours, those without a ballot among them', () => {
  const bars = hourBars(
    [hour('11-24T14', 3), hour('11-22T15', 2), hour('11-22T14', 9)],
    new Date('2026-11-24T14:59:59Z'),
  );
  expect(bars).toHaveLength(48);
  expect(bars[0]).toEqual({ start: '2026-11-22T15:00:00.000Z', ballots: 2 });
  expect(bars.at(-1)).toEqual({ start: '2026-11-24T14:00:00.000Z', ballots: 3 });
  expect(total(bars)).toBe(5);
  expect(highest(bars)).toBe(3);
});

test('days are those of the newsroom, also when clocks change', () => {
  // 03:30 UTC is the evening before in Toronto, in summer and in winter.
  expect(
    dayBars([hour('10-31T03', 1), hour('11-01T05', 2), hour('11-02T04', 4), hour('11-04T12', 8)]),
  ).toEqual([
    { start: '2026-10-30', ballots: 1 },
    { start: '2026-10-31', ballots: 0 },
    { start: '2026-11-01', ballots: 6 },
    { start: '2026-11-02', ballots: 0 },
    { start: '2026-11-03', ballots: 0 },
    { start: '2026-11-04', ballots: 8 },
  ]);
  expect(dayBars([])).toEqual([]);
});

test('no ballot is lost or counted twice, and bars follow one another', () => {
  fc.assert(
    fc.property(hoursOf, (hours) => {
      const days = dayBars(hours);
      expect(total(days)).toBe(hours.reduce((sum, { ballots }) => sum + ballots, 0));
      expect(new Set(days.map(({ start }) => start)).size).toBe(days.length);
      expect(days.map(({ start }) => start)).toEqual(days.map(({ start }) => start).toSorted());

      const until = new Date(491_000 * HOUR_MS + 1);
      const shown = hours.filter(({ hour: at }) => {
        const age = until.getTime() - Date.parse(at);
        return age >= 0 && age < 48 * HOUR_MS;
      });
      expect(total(hourBars(hours, until))).toBe(shown.reduce((sum, { ballots }) => sum + ballots, 0));
    }),
  );
});
