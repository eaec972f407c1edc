import type { Poll, PollState, RefusalCode } from '@passerelle/contracts';

/** Milliseconds since 1970. */
export type Instant = number;

/** What has happened to a poll so far; `countsAt` comes with the closing. */
export interface Course {
  openedAt: Instant;
  closedAt: Instant | null;
  countsAt: Instant | null;
  countedAt: Instant | null;
  /** When its ballots were last thrown away. */
  resetAt: Instant | null;
}

/** When an editor has a poll open and close; null: as soon as it is published, and only by hand. */
export interface Term {
  opensAt: Instant | null;
  closesAt: Instant | null;
}

/** What is to be done with a poll next. */
export type Step = 'open' | 'close' | 'count';

/** How long after the closing what waits in a spool still counts. */
export const COUNTS_AFTER_MS = 3_600_000;

/** A ballot dated further ahead than clocks differ is taken as cast now. */
const CLOCK_SKEW_MS = 300_000;

/** The term an editor has set. */
export function termOf({ opensAt, closesAt }: Pick<Poll, 'opensAt' | 'closesAt'>): Term {
  return {
    opensAt: opensAt === null ? null : Date.parse(opensAt),
    closesAt: closesAt === null ? null : Date.parse(closesAt),
  };
}

/** The step that is due. One at a time: a term that passed while nobody looked is opened, then closed. */
export function dueStep(term: Term, course: Course | null, now: Instant): Step | null {
  if (course === null) return (term.opensAt ?? now) <= now ? 'open' : null;
  if (course.countedAt !== null) return null;
  if (course.closedAt === null) return term.closesAt !== null && term.closesAt <= now ? 'close' : null;
  return course.countsAt !== null && course.countsAt <= now ? 'count' : null;
}

/** When a step will come due by itself; null when none will. */
export function nextDue(term: Term, course: Course | null): Instant | null {
  if (course === null) return term.opensAt;
  if (course.countedAt !== null) return null;
  return course.closedAt === null ? term.closesAt : course.countsAt;
}

/** Where a published poll stands, also between two looks: what is due counts as done, but for the count. */
export function standing(
  term: Term,
  course: Course | null,
  now: Instant,
): { state: PollState; closedAt: Instant | null } {
  if (course === null && dueStep(term, null, now) === null) return { state: 'upcoming', closedAt: null };
  const closedAt =
    course?.closedAt ?? (term.closesAt !== null && term.closesAt <= now ? term.closesAt : null);
  if (closedAt === null) return { state: 'open', closedAt };
  return { state: (course?.countedAt ?? null) === null ? 'closed' : 'final', closedAt };
}

/** When a ballot counts as cast. */
export function castAt(receivedAt: Instant, now: Instant): Instant {
  return receivedAt - now > CLOCK_SKEW_MS ? now : receivedAt;
}

/**
 * Whether a ballot comes in time. What decides is when it was cast: one that waited is taken until the poll is
 * counted out, and one cast between two looks doesn't suffer from the poll's being opened late.
 */
export function lateness(
  term: Term,
  course: Course | null,
  cast: Instant,
): Extract<RefusalCode, 'not-open' | 'closed'> | null {
  if (course === null) return 'not-open';
  if (term.opensAt !== null && cast < Math.min(term.opensAt, course.openedAt)) return 'not-open';
  const closes = course.closedAt ?? term.closesAt;
  if (closes !== null && cast >= closes) return 'closed';
  return course.countedAt === null ? null : 'closed';
}

/** Whether a ballot was cast before all were thrown away, and goes with them though it only comes now. */
export const isThrownAway = (course: Course | null, cast: Instant): boolean => cast < (course?.resetAt ?? 0);
