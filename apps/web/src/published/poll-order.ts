import type { Poll } from '@passerelle/contracts';

const RANK: Record<Poll['state'], number> = { open: 0, upcoming: 1, closed: 2 };

const instant = (at: string | null): number => (at === null ? 0 : Date.parse(at));

/** What a poll stands in time by: a closed one by its end, the others by their opening. */
const timeOf = ({ state, opensAt, closesAt, final }: Poll): number =>
  state === 'closed' ? instant(final?.closedAt ?? closesAt) : instant(opensAt);

/**
 * Polls as they are listed: those one can vote in, latest opened first; those to come, the next first;
 * closed ones, latest first. The document id decides between equals, so that the order never depends on chance.
 */
export function pollsInOrder(polls: readonly Poll[]): Poll[] {
  return polls.toSorted((a, b) => {
    const time = a.state === 'upcoming' ? timeOf(a) - timeOf(b) : timeOf(b) - timeOf(a);
    return RANK[a.state] - RANK[b.state] || time || (a.documentId < b.documentId ? -1 : 1);
  });
}

/** The open poll that opened last; undefined while none is open. */
export function latestOpened(polls: readonly Poll[]): Poll | undefined {
  return pollsInOrder(polls).find(({ state }) => state === 'open');
}
