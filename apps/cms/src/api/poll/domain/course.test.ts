import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COUNTS_AFTER_MS, type Course, castAt, dueStep, lateness, nextDue, standing } from './course.ts';

const MINUTE = 60_000;
const T = Date.parse('2026-11-24T12:00:00.000Z');

/** What the CMS does with a step, at an instant. */
function take(
  course: Course | null,
  step: 'open' | 'close' | 'count',
  closesAt: number | null,
  now: number,
): Course {
  const base = course ?? { openedAt: now, closedAt: null, countsAt: null, countedAt: null, resetAt: null };
  if (step === 'open') return base;
  if (step === 'close') return { ...base, closedAt: closesAt, countsAt: now + COUNTS_AFTER_MS };
  return { ...base, countedAt: now, resetAt: null };
}

const instant = fc.integer({ min: T - 300 * MINUTE, max: T + 300 * MINUTE });
const terms = fc
  .record({ opensAt: fc.option(instant), closesAt: fc.option(instant) })
  .filter(({ opensAt, closesAt }) => opensAt === null || closesAt === null || opensAt < closesAt);
const looks = fc.array(instant, { maxLength: 12 }).map((times) => times.sort((a, b) => a - b));

test('whenever one looks, steps come in their order, each once, and none before its time', () => {
  fc.assert(
    fc.property(terms, looks, (term, times) => {
      let course: Course | null = null;
      const steps: string[] = [];
      for (const now of times) {
        for (let step = dueStep(term, course, now); step !== null; step = dueStep(term, course, now)) {
          const due = nextDue(term, course);
          if (due !== null) expect(due).toBeLessThanOrEqual(now);
          course = take(course, step, term.closesAt, now);
          steps.push(step);
        }
        const due = nextDue(term, course);
        if (due !== null) expect(due).toBeGreaterThan(now);
      }
      expect(['open', 'close', 'count'].slice(0, steps.length)).toEqual(steps);
    }),
  );
});

test('a state never goes back as time goes on', () => {
  const order = ['upcoming', 'open', 'closed', 'final'];
  fc.assert(
    fc.property(terms, looks, (term, times) => {
      let course: Course | null = null;
      let last = 0;
      for (const [index, now] of times.entries()) {
        // Looked at by the public at each instant, by the CMS at every other.
        const seen = order.indexOf(standing(term, course, now).state);
        expect(seen).toBeGreaterThanOrEqual(last);
        last = seen;
        if (index % 2 === 1) continue;
        for (let step = dueStep(term, course, now); step !== null; step = dueStep(term, course, now)) {
          course = take(course, step, term.closesAt, now);
        }
        expect(order.indexOf(standing(term, course, now).state)).toBeGreaterThanOrEqual(last);
      }
    }),
  );
});

test('a ballot is judged by when it was cast, not by when it is looked at', () => {
  fc.assert(
    fc.property(terms, instant, instant, (term, cast, openedAt) => {
      fc.pre(term.opensAt !== null && term.closesAt !== null && openedAt >= term.opensAt);
      const open: Course = { openedAt, closedAt: null, countsAt: null, countedAt: null, resetAt: null };
      const closed: Course = { ...open, closedAt: term.closesAt, countsAt: openedAt + COUNTS_AFTER_MS };
      const expected =
        cast < (term.opensAt ?? 0) ? 'not-open' : cast >= (term.closesAt ?? 0) ? 'closed' : null;
      expect(lateness(term, open, cast)).toBe(expected);
      expect(lateness(term, closed, cast)).toBe(expected);
    }),
  );
});

test('nothing is taken before the opening, nor after the count', () => {
  const term = { opensAt: T, closesAt: null };
  expect(lateness(term, null, T + 1)).toBe('not-open');
  const counted = { openedAt: T, closedAt: T + 10, countsAt: T + 20, countedAt: T + 30, resetAt: null };
  expect(lateness(term, counted, T + 5)).toBe('closed');
  expect(lateness(term, { ...counted, countedAt: null, resetAt: null }, T + 5)).toBeNull();
});

test('without a term a poll opens when it is published, and a clock that is slow loses no vote', () => {
  const course = { openedAt: T, closedAt: null, countsAt: null, countedAt: null, resetAt: null };
  expect(dueStep({ opensAt: null, closesAt: null }, null, T)).toBe('open');
  expect(lateness({ opensAt: null, closesAt: null }, course, T - 2000)).toBeNull();
});

test('a ballot from the future is cast now, unless clocks may differ by that much', () => {
  expect(castAt(T + 5 * MINUTE, T)).toBe(T + 5 * MINUTE);
  expect(castAt(T + 5 * MINUTE + 1, T)).toBe(T);
  expect(castAt(T - 90 * MINUTE, T)).toBe(T - 90 * MINUTE);
});

test('staff may close before the term', () => {
  const course = {
    openedAt: T,
    closedAt: T + 10,
    countsAt: T + 10 + COUNTS_AFTER_MS,
    countedAt: null,
    resetAt: null,
  };
  const term = { opensAt: T, closesAt: T + 1000 };
  expect(lateness(term, course, T + 10)).toBe('closed');
  expect(lateness(term, course, T + 9)).toBeNull();
  expect(standing(term, course, T + 11)).toEqual({ state: 'closed', closedAt: T + 10 });
  expect(nextDue(term, course)).toBe(course.countsAt);
});
