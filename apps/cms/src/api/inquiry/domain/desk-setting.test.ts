import { expect, it } from 'vitest';
import { closingAfter } from './business-time.ts';
import { deskSettingOf } from './desk-setting.ts';

const never = () => false;
const MONDAY = Date.parse('2026-11-23T10:00:00-05:00');

it.each([null, {}, { responseDays: null, openings: [], closedDays: [] }])(
  'is as usual where it is %j',
  (stored) => {
    const { calendar, responseDays } = deskSettingOf(stored, never);
    expect(responseDays).toBe(2);
    expect(new Date(closingAfter(calendar, MONDAY, 5))).toEqual(new Date('2026-11-30T17:00:00-05:00'));
  },
);

it('is as it says', () => {
  const stored = {
    responseDays: 3,
    openings: [
      { weekday: 'monday', opensAt: '09:30:00.000', closesAt: '12:00:00' },
      { weekday: 'wednesday', opensAt: '13:00', closesAt: '16:15:00.000' },
    ],
    closedDays: [{ day: '2026-11-25', label: 'Formation' }],
  };
  const { calendar, responseDays } = deskSettingOf(stored, (day) => day === '2026-11-30');
  expect(responseDays).toBe(3);
  expect(new Date(closingAfter(calendar, MONDAY, 1))).toEqual(new Date('2026-12-02T16:15:00-05:00'));
});

it('is as usual where nobody would ever be there', () => {
  const openings = [{ weekday: 'monday', opensAt: '17:00:00.000', closesAt: '09:00:00.000' }];
  expect(deskSettingOf({ openings }, never).calendar.week).toEqual(deskSettingOf(null, never).calendar.week);
});
