import type { Poll, PollCounts } from '@passerelle/contracts';

/** What the CMS has done with a poll; instants in ISO 8601. `result` and `hash` come with counting out. */
interface PollCourse {
  openedAt: string | null;
  closedAt: string | null;
  result: PollCounts | null;
  hash: string | null;
}

/** Where a poll stands for the public. */
export function pollStanding(course: PollCourse): Pick<Poll, 'state' | 'final'> {
  const { openedAt, closedAt, result, hash } = course;
  if (closedAt === null) return { state: openedAt === null ? 'upcoming' : 'open', final: null };
  const final = result === null || hash === null ? null : { ...result, closedAt, hash };
  return { state: 'closed', final };
}
