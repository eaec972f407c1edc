import type { Poll, PollCounts, PollResults, ResultsMode } from '@passerelle/contracts';

/** Why a visitor doesn't see results. */
export type HiddenBecause =
  | 'too-few'
  | 'after-vote'
  | 'after-close'
  | 'staff'
  | 'counting'
  | 'not-open'
  | 'unavailable';

/** What a visitor sees of a poll's results. */
export type ShownResults =
  | {
      kind: 'counts';
      counts: PollCounts;
      closed: boolean;
      /** The count that will never change, and what proves it. */
      final: { closedAt: string; hash: string } | null;
    }
  | { kind: 'hidden'; because: HiddenBecause };

const hidden = (because: HiddenBecause): ShownResults => ({ kind: 'hidden', because });

/**
 * What a visitor may see of a poll's results (P1).
 *
 * @param live as the CMS counts now; null when it isn't asked or doesn't answer.
 * @param hasVoted whether this browser has voted in the poll.
 */
export function shownResults(poll: Poll, live: PollResults | null, hasVoted: boolean): ShownResults {
  const mode = live?.mode ?? poll.resultsMode;
  if (mode === 'staff') return hidden('staff');
  if (poll.final) return finalResults(poll, poll.final);
  if (live === null) return withoutCms(poll, mode, hasVoted);
  if (live.state === 'upcoming') return hidden('not-open');
  const closed = live.state !== 'open';
  if (!closed && mode === 'after-close') return hidden('after-close');
  if (!closed && mode === 'after-vote' && !hasVoted) return hidden('after-vote');
  if (live.tooFew) return hidden('too-few');
  if (!live.counts) return hidden(closed ? 'counting' : 'unavailable');
  const { closedAt, hash } = live;
  return {
    kind: 'counts',
    counts: live.counts,
    closed,
    final: closedAt !== null && hash !== null ? { closedAt, hash } : null,
  };
}

/** What a page that is a file shows of a closed poll: its final count, or that it is being counted out. */
export function publishedResults(poll: Poll): ShownResults {
  return poll.final || poll.resultsMode === 'staff' ? shownResults(poll, null, false) : hidden('counting');
}

function finalResults({ minVotesToShow }: Poll, final: NonNullable<Poll['final']>): ShownResults {
  const { ballots, options, closedAt, hash } = final;
  if (ballots < minVotesToShow) return hidden('too-few');
  return { kind: 'counts', counts: { ballots, options }, closed: true, final: { closedAt, hash } };
}

/** Of what is hidden anyway the reason is told; of the rest, that it can't be read now. */
function withoutCms({ state }: Poll, mode: ResultsMode, hasVoted: boolean): ShownResults {
  if (state === 'upcoming') return hidden('not-open');
  if (state === 'open' && mode === 'after-close') return hidden('after-close');
  if (state === 'open' && mode === 'after-vote' && !hasVoted) return hidden('after-vote');
  return hidden('unavailable');
}
