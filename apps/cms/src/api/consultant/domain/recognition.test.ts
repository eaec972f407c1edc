import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysLeft, dueWarning, quebecDay, recognitionState, WARNING_DAYS } from './recognition.ts';

const dayAfter = (start: string, days: number): string =>
  new Date(Date.parse(start) + days * 86_400_000).toISOString().slice(0, 'YYYY-MM-DD'.length);

describe('a day in Québec', () => {
  it.each([
    ['2027-03-15T03:59:59Z', '2027-03-14'],
    ['2027-03-15T04:00:00Z', '2027-03-15'],
    ['2027-01-15T04:59:59Z', '2027-01-14'],
    ['2027-01-15T05:00:00Z', '2027-01-15'],
  ])('at %s is %s', (instant, day) => expect(quebecDay(new Date(instant))).toBe(day));
});

describe('a recognition', () => {
  it('holds on its last day and not on the next', () => {
    expect(recognitionState('2027-03-14', '2027-03-14')).toBe('valid');
    expect(recognitionState('2027-03-14', '2027-03-15')).toBe('expired');
  });

  it('counts days over a change of clocks', () => {
    expect(daysLeft('2027-03-15', '2027-03-13')).toBe(2);
    expect(daysLeft('2026-11-02', '2026-10-31')).toBe(2);
  });

  it.each([
    [121, null, null],
    [120, null, 120],
    [119, 120, null],
    [90, 120, 90],
    [75, null, 90],
    [60, 90, 60],
    [3, null, 60],
    [0, 60, null],
    [-1, null, null],
  ])('with %i days left and the warning at %s given, is due at %s', (left, warned, due) => {
    const today = '2026-11-24';
    expect(dueWarning(dayAfter(today, left), today, warned)).toBe(due);
  });

  it('is warned of at most once per threshold, nearer each time, on whatever days one looks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -10, max: 200 })), (lefts) => {
        const expiresOn = '2027-06-30';
        let warned: number | null = null;
        const given: number[] = [];
        for (const left of lefts.toSorted((a, b) => b - a)) {
          const due = dueWarning(expiresOn, dayAfter(expiresOn, -left), warned);
          if (due === null) continue;
          given.push(due);
          warned = due;
        }
        expect(given).toEqual(WARNING_DAYS.filter((days) => given.includes(days)));
        const nearest = lefts.filter((left) => left >= 0 && left <= 120);
        expect(given.length > 0).toBe(nearest.length > 0);
      }),
    );
  });
});
