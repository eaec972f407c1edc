import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOf, wallTimeOf } from './wall-time.ts';

const iso = (wallTime: string) => instantOf(wallTime)?.toISOString();

test('a clock at the newsroom, in winter and in summer', () => {
  expect(iso('2026-12-01T09:00')).toBe('2026-12-01T14:00:00.000Z');
  expect(iso('2026-07-01T09:00:30')).toBe('2026-07-01T13:00:30.000Z');
  expect(wallTimeOf('2026-12-01T14:00:59.999Z')).toBe('2026-12-01T09:00');
});

test('a skipped hour is the one after, a doubled hour the first', () => {
  expect(iso('2026-03-08T02:30')).toBe('2026-03-08T07:30:00.000Z');
  expect(iso('2026-11-01T01:30')).toBe('2026-11-01T05:30:00.000Z');
});

test.each(['', '2026-02-30T10:00', '2026-12-01', 'demain', '2026-12-01T25:00'])('%j is no time', (text) => {
  expect(instantOf(text)).toBeNull();
});

test('what a clock shows leads back to the instant, or to the same time an hour before', () => {
  const instants = fc.date({
    min: new Date('2000-01-01T00:00:00Z'),
    max: new Date('2100-01-01T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(instants, (instant) => {
      instant.setUTCSeconds(0, 0);
      const there = wallTimeOf(instant.toISOString());
      const back = instantOf(there)?.getTime() ?? Number.NaN;
      expect([0, 3_600_000]).toContain(instant.getTime() - back);
      expect(wallTimeOf(new Date(back).toISOString())).toBe(there);
    }),
  );
});
