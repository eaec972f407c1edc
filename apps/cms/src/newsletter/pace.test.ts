import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPace } from './pace.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Asks for a turn every millisecond. @returns when each mail left, in milliseconds */
function leaving(takeTurn: ReturnType<typeof createPace>, domains: readonly string[], milliseconds: number) {
  const left: { domain: string; at: number }[] = [];
  for (let at = 0; at < milliseconds; at += 1) {
    for (const domain of domains) if (takeTurn(domain).go) left.push({ domain, at });
    vi.advanceTimersByTime(1);
  }
  return left;
}

/** The most that left within any second. */
const busiest = (left: readonly { at: number }[]) =>
  Math.max(...left.map(({ at: from }) => left.filter(({ at }) => at >= from && at < from + 1000).length));

test('no second has more than its rate and what was saved, for all and for each domain', () => {
  const left = leaving(createPace({ overall: 20, domain: 5 }), ['a', 'b', 'c', 'd', 'e', 'f', 'g'], 5_000);
  expect(busiest(left)).toBeLessThanOrEqual(20 + 4);
  expect(left.length).toBeGreaterThanOrEqual(95);
  for (const domain of ['a', 'b', 'c', 'd']) {
    expect(busiest(left.filter((mail) => mail.domain === domain))).toBeLessThanOrEqual(5 + 1);
  }
});

test('after a pause no more is saved than a fifth of a second has', () => {
  const takeTurn = createPace({ overall: 100, domain: 50 });
  leaving(takeTurn, ['a'], 100);
  vi.advanceTimersByTime(60_000);
  const left = leaving(takeTurn, ['a'], 1);
  const more = Array.from({ length: 100 }, () => takeTurn('a')).filter(({ go }) => go);
  expect(left.length + more.length).toBe(10);
});

test('says whose turn it isn’t, and for how long', () => {
  const takeTurn = createPace({ overall: 10, domain: 4 });
  vi.advanceTimersByTime(1_000);
  // A domain's bucket begins empty.
  expect(takeTurn('a')).toEqual({ go: false, waitMs: 250, of: 'domain' });
  expect(takeTurn('b')).toMatchObject({ of: 'domain' });
  expect(takeTurn('c')).toMatchObject({ of: 'domain' });
  vi.advanceTimersByTime(250);
  expect(['a', 'b'].map((name) => takeTurn(name).go)).toEqual([true, true]);
  expect(takeTurn('c')).toEqual({ go: false, waitMs: 100, of: 'overall' });
});
