import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BusinessCalendar, openTime } from './business-time.ts';
import { dueAfterAnswer, dueAfterStep, dueColour, firstDue, firstPriority, minutesToAnswer } from './due.ts';

const HOURS = { opens: 540, closes: 1020 };
const calendar: BusinessCalendar = {
  timeZone: 'America/Toronto',
  week: [HOURS, HOURS, HOURS, HOURS, HOURS, null, null],
  isHoliday: (day) => day === '2026-12-25',
};
const HOUR = 3_600_000;
const MONDAY = Date.parse('2026-11-23T10:00:00-05:00');
const instant = fc.integer({ min: MONDAY, max: MONDAY + 60 * 24 * HOUR });
const duration = fc.integer({ min: 0, max: 300 * HOUR });
const step = (to: 'assigned' | 'awaiting-client' | 'closed', at: number) => ({
  from: to === 'assigned' ? ('awaiting-client' as const) : ('assigned' as const),
  to,
  at,
  days: 2,
});

describe('a pause', () => {
  it('leaves what was left, and never brings the target nearer', () => {
    fc.assert(
      fc.property(instant, duration, duration, (received, before, pause) => {
        const due = firstDue(calendar, received, 2);
        const from = received + before;
        const paused = dueAfterStep(calendar, due, step('awaiting-client', from));
        const on = dueAfterStep(calendar, paused, step('assigned', from + pause));
        expect(on.dueAt ?? 0).toBeGreaterThanOrEqual(due.dueAt ?? 0);
        if (from < (due.dueAt ?? 0)) {
          expect(openTime(calendar, from + pause, on.dueAt ?? 0)).toBe(
            openTime(calendar, from, due.dueAt ?? 0),
          );
        } else {
          expect(on.dueAt).toBe(due.dueAt);
        }
        expect(on.paused).toBe(openTime(calendar, from, from + pause));
      }),
      { numRuns: 60 },
    );
  });

  it('of no length changes nothing', () => {
    const due = firstDue(calendar, MONDAY, 2);
    const at = MONDAY + 3 * HOUR;
    const on = dueAfterStep(
      calendar,
      dueAfterStep(calendar, due, step('awaiting-client', at)),
      step('assigned', at),
    );
    expect(on).toEqual(due);
  });

  it('is not counted in how long the answer took', () => {
    fc.assert(
      fc.property(duration, duration, duration, (before, pause, after) => {
        const due = firstDue(calendar, MONDAY, 2);
        const from = MONDAY + before;
        const paused = dueAfterStep(calendar, due, step('awaiting-client', from));
        const on = dueAfterStep(calendar, paused, step('assigned', from + pause));
        const answeredAt = from + pause + after;
        const expected = openTime(calendar, MONDAY, from) + openTime(calendar, from + pause, answeredAt);
        expect(minutesToAnswer(calendar, { receivedAt: MONDAY, answeredAt, due: on })).toBe(
          Math.round(expected / 60_000),
        );
      }),
      { numRuns: 60 },
    );
  });
});

it('has a colour: ok, then soon, then late, then none once answered or closed', () => {
  const due = firstDue(calendar, MONDAY, 2);
  const colours = [0, 46, 56].map((hours) => dueColour(calendar, due, MONDAY + hours * HOUR));
  expect(colours).toEqual(['ok', 'ok', 'late']);
  expect(dueColour(calendar, due, (due.dueAt ?? 0) - HOUR)).toBe('soon');
  expect(dueColour(calendar, due, due.dueAt ?? 0)).toBe('soon');
  expect(dueColour(calendar, dueAfterAnswer(due), MONDAY)).toBe('none');
  expect(dueColour(calendar, dueAfterStep(calendar, due, step('closed', MONDAY)), MONDAY)).toBe('none');
  expect(dueColour(calendar, dueAfterStep(calendar, due, step('awaiting-client', MONDAY)), MONDAY)).toBe(
    'paused',
  );
});

it('begins anew for what is taken up again', () => {
  const closed = dueAfterStep(calendar, firstDue(calendar, MONDAY, 2), step('closed', MONDAY + HOUR));
  const again = MONDAY + 10 * 24 * HOUR;
  expect(dueAfterStep(calendar, closed, step('assigned', again)).dueAt).toBe(
    firstDue(calendar, again, 2).dueAt,
  );
});

it('runs on while work goes on, and once answered begins anew after the client alone', () => {
  const due = firstDue(calendar, MONDAY, 2);
  const work = { from: 'triaged', to: 'assigned', at: MONDAY + HOUR, days: 2 } as const;
  expect(dueAfterStep(calendar, due, work)).toEqual(due);
  const answered = dueAfterAnswer(due);
  expect(dueAfterStep(calendar, answered, work).dueAt).toBeNull();
  const waiting = dueAfterStep(calendar, answered, step('awaiting-client', MONDAY + HOUR));
  const back = MONDAY + 48 * HOUR;
  expect(dueAfterStep(calendar, waiting, step('assigned', back)).dueAt).toBe(
    firstDue(calendar, back, 2).dueAt,
  );
});

it.each([
  [null, 'normal'],
  ['2026-11-24', 'urgent'],
  ['2026-12-01', 'urgent'],
  ['2026-12-02', 'high'],
  ['2026-12-25', 'normal'],
  ['2026-12-24', 'high'],
  ['2026-11-23', 'high'],
])('ranks a deadline on %s as %s', (deadline, priority) => {
  expect(firstPriority(deadline, '2026-11-24')).toBe(priority);
});
