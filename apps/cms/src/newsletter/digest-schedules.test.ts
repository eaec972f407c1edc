import { expect, test } from 'vitest';
import { occasionOf } from './digest-schedules.ts';

test.each([
  ['2026-11-25T07:00:00-05:00', '2026-11-25'],
  ['2026-11-25T06:59:00-05:00', '2026-11-24'],
  ['2026-11-25T00:10:00-05:00', '2026-11-24'],
  ['2026-11-25T23:59:00-05:00', '2026-11-25'],
  // The days on which the clocks are put forward and back.
  ['2027-03-14T07:00:00-04:00', '2027-03-14'],
  ['2027-03-14T00:30:00-05:00', '2027-03-13'],
  ['2026-11-01T07:00:00-05:00', '2026-11-01'],
  ['2026-11-01T06:30:00-05:00', '2026-10-31'],
])('a digest made at %s is that of %s', (at, day) => {
  expect(occasionOf(new Date(at))).toBe(day);
});
