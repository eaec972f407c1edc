import { describe, expect, it } from 'vitest';
import { calendarDay, clockTime, longDate, longDay } from './dates.ts';

describe('a day in words', () => {
  it('is French in French, with its month attached', () => {
    expect(longDay('fr-CA', '2026-09-14')).toBe('14\u00a0septembre 2026');
  });

  it('is an ordinal on the first of a month only', () => {
    expect(longDay('fr-CA', '2026-07-01')).toBe('1er\u00a0juillet 2026');
    expect(longDay('fr-CA', '2026-07-11')).toBe('11\u00a0juillet 2026');
    expect(longDay('fr-CA', '2026-07-31')).toBe('31\u00a0juillet 2026');
  });

  it('is Canadian English in English', () => {
    expect(longDay('en-CA', '2026-07-01')).toBe('July 1, 2026');
  });
});

describe('an instant', () => {
  it('has the time of day of Québec', () => {
    expect(clockTime('fr-CA', '2026-11-23T21:05:00Z')).toBe('16\u00a0h\u00a005');
    expect(clockTime('en-CA', '2026-06-23T21:05:00Z')).toBe('5:05\u00a0p.m.');
  });

  it('falls on the day it has in Québec', () => {
    expect(longDate('fr-CA', '2026-09-15T03:30:00Z')).toBe('14\u00a0septembre 2026');
    expect(longDate('en-CA', '2026-09-15T04:30:00Z')).toBe('September 15, 2026');
    expect(calendarDay('2026-09-15T03:59:59Z')).toBe('2026-09-14');
    expect(calendarDay('2026-12-15T04:59:59Z')).toBe('2026-12-14');
    expect(calendarDay('2026-12-15T05:00:00Z')).toBe('2026-12-15');
  });
});
