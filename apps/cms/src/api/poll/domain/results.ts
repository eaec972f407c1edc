import type { Poll, PollCounts, PollResults, PollState } from '@passerelle/contracts';

/** A poll as it stands, before it is asked what of it may be seen. */
interface Results {
  poll: string;
  state: PollState;
  closedAt: string | null;
  counts: PollCounts;
  hash: string | null;
}

/**
 * What the web server is told. `after-vote` is told at any time, since only the web server knows who has voted.
 * Without the counts there is no hash either: the few counts there can be are soon tried out on it.
 */
export function visibleResults(
  { resultsMode: mode, minVotesToShow }: Pick<Poll, 'resultsMode' | 'minVotesToShow'>,
  { poll, state, closedAt, counts, hash }: Results,
): PollResults {
  const inTime = mode === 'after-close' ? state === 'closed' || state === 'final' : mode !== 'staff';
  const due = inTime && state !== 'upcoming';
  const tooFew = due && counts.ballots < minVotesToShow;
  const shown = due && !tooFew;
  return { poll, state, mode, counts: shown ? counts : null, tooFew, closedAt, hash: shown ? hash : null };
}
