const DAY_MS = 86_400_000;

/** Within which a request is answered, from the day it was received: RLRQ c. P-39.1, art. 32. */
const ANSWER_MS = 30 * DAY_MS;
/** How long the link that confirms an address is good; a request that isn't confirmed is forgotten then. */
export const CONFIRM_MS = 7 * DAY_MS;
/** How long a request that was closed stays in the register. */
export const CLOSED_KEPT_MS = 730 * DAY_MS;
export const ONE_DAY_MS = DAY_MS;

/** When a request must be answered; instants are milliseconds since 1970. */
export const dueAfter = (receivedAt: number): number => receivedAt + ANSWER_MS;

/** Whether a request waits for longer than it may. */
export const isLate = ({ status, dueAt }: { status: string; dueAt: number }, now: number): boolean =>
  status === 'open' && dueAt < now;
