import type { Poll, PollCounts } from '@passerelle/contracts';

/** What the CMS has done with a poll; instants in ISO 8601. `result` and `hash` come with counting out. */
interface PollCourse {
  openedAt: string | null;
  closedAt: string | null;
  result: PollCounts | null;
  hash: string | null;
}

/** What an editor allows to be shown. */
interface Limits {
  resultsMode?: string | null | undefined;
  minVotesToShow: number;
}

/**
 * Where a poll stands for the public. A count that is for staff alone, or too small to show, isn't given, nor is
 * its hash: the few counts there can be are soon tried out on it.
 */
export function pollStanding(
  { openedAt, closedAt, result, hash }: PollCourse,
  { resultsMode, minVotesToShow }: Limits,
): Pick<Poll, 'state' | 'final'> {
  if (closedAt === null) return { state: openedAt === null ? 'upcoming' : 'open', final: null };
  const shown = resultsMode !== 'staff' && result !== null && result.ballots >= minVotesToShow;
  return { state: 'closed', final: shown && hash !== null ? { ...result, closedAt, hash } : null };
}
