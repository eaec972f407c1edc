import { type Poll, type PollState, pollResultsSchema } from '@passerelle/contracts';
import { expect, test } from 'vitest';
import { visibleResults } from './results.ts';

const HASH = 'f'.repeat(64);
const counts = {
  ballots: 12,
  options: [
    { key: 'a', count: 5 },
    { key: 'b', count: 7 },
  ],
};
const closed: PollState[] = ['closed', 'final'];

function seen(resultsMode: Poll['resultsMode'], state: PollState, minVotesToShow = 10) {
  return visibleResults(
    { resultsMode, minVotesToShow },
    {
      poll: 'abcdefghijkl',
      state,
      closedAt: closed.includes(state) ? '2026-11-24T12:00:00.000Z' : null,
      counts,
      hash: state === 'final' ? HASH : null,
    },
  );
}

test.each<[Poll['resultsMode'], PollState[]]>([
  ['always', ['open', 'closed', 'final']],
  ['after-vote', ['open', 'closed', 'final']],
  ['after-close', ['closed', 'final']],
  ['staff', []],
])('%s shows counts in %j only', (mode, states) => {
  for (const state of ['upcoming', 'open', 'closed', 'final'] as const) {
    const shown = pollResultsSchema.parse(seen(mode, state));
    expect(shown.counts).toEqual(states.includes(state) ? counts : null);
    expect(shown.tooFew).toBe(false);
    expect(shown.hash).toBe(state === 'final' && mode !== 'staff' ? HASH : null);
  }
});

test('too few votes hide the counts, and the hash they could be found by', () => {
  expect(seen('always', 'final', 13)).toMatchObject({ counts: null, tooFew: true, hash: null });
  expect(seen('always', 'final', 12)).toMatchObject({ counts, tooFew: false, hash: HASH });
  expect(seen('staff', 'final', 13)).toMatchObject({ counts: null, tooFew: false });
  expect(seen('after-close', 'open', 13)).toMatchObject({ counts: null, tooFew: false });
});
