import type { PollResults } from '@passerelle/contracts';
import { describe, expect, test } from 'vitest';
import { poll } from '../../../tests/support/entries.ts';
import { publishedResults, shownResults } from './shown-results.ts';

const options = [{ key: 'quebec', count: 30 }];
const counts = { ballots: 30, options };
const live = (given: Partial<PollResults> = {}): PollResults => ({
  poll: poll('p').documentId,
  state: 'open',
  mode: 'after-vote',
  counts,
  tooFew: false,
  closedAt: null,
  hash: null,
  ...given,
});
const final = { ...counts, closedAt: '2026-11-20T21:00:00Z', hash: 'a'.repeat(64) };
const because = (...asked: Parameters<typeof shownResults>) => {
  const shown = shownResults(...asked);
  return shown.kind === 'hidden' ? shown.because : shown.kind;
};

describe('results as they are now', () => {
  test.each([
    ['always', false, 'counts'],
    ['always', true, 'counts'],
    ['after-vote', false, 'after-vote'],
    ['after-vote', true, 'counts'],
    ['after-close', true, 'after-close'],
    ['staff', true, 'staff'],
  ] as const)('open, %s, has voted: %s → %s', (mode, hasVoted, expected) => {
    expect(because(poll('p', { resultsMode: mode }), live({ mode }), hasVoted)).toBe(expected);
  });

  test.each(['always', 'after-vote', 'after-close'] as const)('closed, %s: everyone sees them', (mode) => {
    expect(because(poll('p'), live({ mode, state: 'closed' }), false)).toBe('counts');
  });

  test('wait for enough votes, for the opening and for the count', () => {
    expect(because(poll('p'), live({ tooFew: true, counts: null }), true)).toBe('too-few');
    expect(because(poll('p'), live({ state: 'upcoming', counts: null }), true)).toBe('not-open');
    expect(because(poll('p'), live({ state: 'closed', counts: null }), false)).toBe('counting');
  });

  test('follow the rule that the CMS has now, not the one a page was made with', () => {
    expect(because(poll('p', { resultsMode: 'always' }), live({ mode: 'staff' }), true)).toBe('staff');
  });
});

describe('with the CMS away', () => {
  test('what is hidden anyway has its own reason, the rest can’t be read', () => {
    expect(because(poll('p'), null, false)).toBe('after-vote');
    expect(because(poll('p'), null, true)).toBe('unavailable');
    expect(because(poll('p', { resultsMode: 'after-close' }), null, true)).toBe('after-close');
    expect(because(poll('p', { state: 'upcoming' }), null, true)).toBe('not-open');
    expect(because(poll('p', { state: 'closed' }), null, false)).toBe('unavailable');
  });

  test('a final count is shown all the same', () => {
    expect(shownResults(poll('p', { state: 'closed', final }), null, false)).toEqual({
      kind: 'counts',
      counts,
      closed: true,
      final: { closedAt: final.closedAt, hash: final.hash },
    });
  });
});

test('a page that is a file shows the final count, unless it is for staff or of too few', () => {
  const closed = (given: object = {}) => publishedResults(poll('p', { state: 'closed', final, ...given }));
  expect(closed().kind).toBe('counts');
  expect(closed({ resultsMode: 'staff' })).toEqual({ kind: 'hidden', because: 'staff' });
  expect(closed({ minVotesToShow: 31 })).toEqual({ kind: 'hidden', because: 'too-few' });
  expect(closed({ final: null })).toEqual({ kind: 'hidden', because: 'counting' });
});
