const DAY_MS = 86_400_000;

/** Within which a request is answered, from the day it was received: RLRQ c. P-39.1, art. 32. */
const ANSWER_MS = 30 * DAY_MS;
/** How long the link that confirms an address is good; a request that isn't confirmed is forgotten then. */
export const CONFIRM_MS = 7 * DAY_MS;
/** How long a request that was closed stays in the register. */
export const CLOSED_KEPT_MS = 730 * DAY_MS;
/** How long, and how often, a person may fetch what is kept of them once they are answered. */
export const FETCH_MS = 14 * DAY_MS;
export const FETCHES = 5;
export const ONE_DAY_MS = DAY_MS;
/**
 * How long after a refusal what it is about is kept: 30 days to turn to the Commission (RLRQ c. P-39.1, art. 36 and 43), and as
 * many for us to hear of it. From then on a legal hold keeps it.
 */
export const RECOURSE_MS = 60 * DAY_MS;

/** When a request must be answered; instants are milliseconds since 1970. */
export const dueAfter = (receivedAt: number): number => receivedAt + ANSWER_MS;

/** Whether a request waits for longer than it may. */
export const isLate = ({ status, dueAt }: { status: string; dueAt: number }, now: number): boolean =>
  status === 'open' && dueAt < now;

/** How long before a request is due its officer is reminded: on the 20th and the 28th of 30 days. */
const SOON_MS = 10 * DAY_MS;
const LAST_MS = 2 * DAY_MS;
/** A request may be put off to a day within a year of the one on which it was received. */
const LATEST_MS = 365 * DAY_MS;

/** When an officer is to have been reminded how often; `before` is milliseconds before it is due. */
export const REMINDERS = [
  { stage: 3, before: 0 },
  { stage: 2, before: LAST_MS },
  { stage: 1, before: SOON_MS },
] as const;

interface Running {
  status: string;
  dueAt: number;
}

/** Whole days until a request is due, a begun one counted; negative from a day after it; null where nothing is due. */
export function daysLeftOf({ status, dueAt }: Running, now: number): number | null {
  if (status !== 'open') return null;
  const days = Math.ceil((dueAt - now) / DAY_MS);
  // Not minus zero.
  return days === 0 ? 0 : days;
}

/** How pressing a request is. */
export function colourOf({ status, dueAt }: Running, now: number): 'none' | 'ok' | 'soon' | 'late' {
  if (status !== 'open') return 'none';
  if (dueAt < now) return 'late';
  return dueAt - now <= SOON_MS ? 'soon' : 'ok';
}

/** Whether a request may be put off to an instant. */
export const mayBePutOff = (
  { receivedAt, dueAt }: { receivedAt: number; dueAt: number },
  until: number,
): boolean => until > dueAt && until - receivedAt <= LATEST_MS;
