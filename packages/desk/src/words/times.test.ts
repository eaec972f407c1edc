import { expect, it } from 'vitest';
import { dayWords, fileSize, hours, instantWords, officeDay } from './times.ts';

const now = new Date('2026-11-25T02:00:00Z');

it('says instants in the office’s time, with the year where it is another', () => {
  expect(instantWords('2026-11-24T19:02:00Z', 'fr', now)).toMatch(/^24 nov., 14\sh\s02$/);
  expect(instantWords('2027-01-01T04:59:00Z', 'fr', now)).not.toContain('2027');
  expect(instantWords('2027-01-01T05:00:00Z', 'fr', now)).toContain('2027');
});

it('takes the office’s day, not the one of Greenwich', () => {
  expect(officeDay(now)).toBe('2026-11-24');
  expect(dayWords('2027-03-14', 'fr')).toBe('14 mars 2027');
});

it('says business minutes as hours', () => {
  expect(hours(90, 'fr')).toBe('1,5');
  expect(hours(90, 'en')).toBe('1.5');
});

it('says a file’s size as the language writes it', () => {
  expect(fileSize(345_600, 'fr')).toBe('345,6\u00a0ko');
  expect(fileSize(2_500_000, 'en')).toBe('2.5 MB');
});
