import { expect, it } from 'vitest';
import { colourOf, daysLeftOf, dueAfter, mayBePutOff, REMINDERS } from './clock.ts';
import { endOfOfficeDay } from './office-day.ts';

const DAY = 86_400_000;
const RECEIVED = Date.parse('2026-11-01T15:00:00Z');
const dueAt = dueAfter(RECEIVED);
const open = { status: 'open', dueAt };

it.each([
  [0, 30, 'ok'],
  [19.9, 11, 'ok'],
  [20, 10, 'soon'],
  [29.5, 1, 'soon'],
  [30, 0, 'soon'],
  [30.1, 0, 'late'],
  [31, -1, 'late'],
])('%d days after it came, %d are left: %s', (days, left, colour) => {
  const now = RECEIVED + days * DAY;
  expect([daysLeftOf(open, now), colourOf(open, now)]).toEqual([left, colour]);
});

it('has no clock once it is closed', () => {
  expect([daysLeftOf({ status: 'done', dueAt }, 0), colourOf({ status: 'done', dueAt }, 0)]).toEqual([
    null,
    'none',
  ]);
});

it('reminds on the 20th and 28th of 30 days, and once late', () => {
  expect(REMINDERS.map(({ before }) => 30 - before / DAY)).toEqual([30, 28, 20]);
});

it('is put off to later, and within a year', () => {
  const request = { receivedAt: RECEIVED, dueAt };
  expect(
    [dueAt, dueAt + 1, RECEIVED + 365 * DAY, RECEIVED + 366 * DAY].map((at) => mayBePutOff(request, at)),
  ).toEqual([...[false, true, true, false]]);
});

it('ends a day as the office does, in summer and winter', () => {
  expect(new Date(endOfOfficeDay('2026-12-01')).toISOString()).toBe('2026-12-02T04:59:59.000Z');
  expect(new Date(endOfOfficeDay('2026-07-01')).toISOString()).toBe('2026-07-02T03:59:59.000Z');
});
