import { describe, expect, it } from 'vitest';
import { nextTick, parseCron } from './schedules.ts';

function ticks(cron: string, after: string, count: number): string[] {
  const parsed = parseCron({ cron, timeZone: 'America/Toronto' });
  const found: string[] = [];
  for (let from = new Date(after); found.length < count; found.push(from.toISOString())) {
    from = nextTick(parsed, from);
  }
  return found;
}

describe('nextTick in America/Toronto', () => {
  it('keeps the hour on the wall when the clocks change', () => {
    expect(ticks('0 9 * * *', '2027-03-13T00:00:00Z', 2)).toEqual([
      '2027-03-13T14:00:00.000Z',
      '2027-03-14T13:00:00.000Z',
    ]);
  });

  it('runs a time that falls in the gap of spring when the gap ends', () => {
    expect(ticks('30 2 * * *', '2027-03-13T12:00:00Z', 2)).toEqual([
      '2027-03-14T07:00:00.000Z',
      '2027-03-15T06:30:00.000Z',
    ]);
  });

  it('runs a time that exists twice in autumn once, the first time', () => {
    expect(ticks('30 1 * * *', '2027-11-06T12:00:00Z', 2)).toEqual([
      '2027-11-07T05:30:00.000Z',
      '2027-11-08T06:30:00.000Z',
    ]);
  });

  it('runs every hour that passes, also when the clocks change', () => {
    expect(ticks('0 * * * *', '2027-11-07T04:30:00Z', 3)).toEqual([
      '2027-11-07T05:00:00.000Z',
      '2027-11-07T06:00:00.000Z',
      '2027-11-07T07:00:00.000Z',
    ]);
  });

  it.each([
    ['a field too many', '0 0 9 * * *', 'America/Toronto'],
    ['an unknown time zone', '0 9 * * *', 'America/Chicoutimi'],
    ['a day that never comes', '0 9 30 2 *', 'America/Toronto'],
  ])('refuses %s', (_, cron, timeZone) => {
    expect(() => nextTick(parseCron({ cron, timeZone }), new Date(0))).toThrow(TypeError);
  });
});
