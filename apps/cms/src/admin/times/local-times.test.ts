import { expect, test } from 'vitest';
import { count, localTime, seconds, shortDay, shortHour } from './local-times.ts';

const now = new Date('2026-11-23T19:30:00Z');

test('today is told by the clock alone, in the newsroom’s time', () => {
  expect(localTime('2026-11-23T19:02:11.482Z', now, 'fr')).toEqual({ clock: '14:02:11', day: null });
});

test('another day is named', () => {
  expect(localTime('2026-11-22T04:59:59Z', now, 'fr')).toEqual({
    clock: '23:59:59',
    day: '21 novembre 2026',
  });
  expect(localTime('2026-11-22T04:59:59Z', now, 'en').day).toBe('November 21, 2026');
});

test('the day is the newsroom’s, not that of UTC', () => {
  const evening = new Date('2026-11-24T03:00:00Z');
  expect(localTime('2026-11-23T14:00:00Z', evening, 'fr').day).toBeNull();
});

test('summer time counts', () => {
  expect(localTime('2026-07-01T16:00:00Z', now, 'fr')).toEqual({ clock: '12:00:00', day: '1 juillet 2026' });
});

test('seconds and counts follow the language', () => {
  expect(seconds(1234, 'fr')).toBe('1,2\u00a0s');
  expect(seconds(1234, 'en')).toBe('1.2\u00a0s');
  expect(seconds(42_400, 'fr')).toBe('42\u00a0s');
  expect(count(10_201, 'fr')).toBe('10\u00a0201');
});

test('on an axis, days and hours are told in few words', () => {
  expect(shortDay('2026-11-24T03:00:00Z', 'fr')).toBe('23 nov.');
  expect(shortHour('2026-11-24T03:00:00Z', 'fr')).toMatch(/^23 nov\.,? 22\s?h$/);
  expect(shortHour('2026-11-24T03:00:00Z', 'en')).toMatch(/^Nov\.? 23, 22/);
});
