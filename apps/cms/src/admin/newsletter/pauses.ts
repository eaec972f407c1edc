import type { IssueList } from '../../api/newsletter-desk/domain/answers.ts';

/** While something is sent its numbers change; otherwise issues come by the day. */
const BUSY_MS = 3_000;
const PAUSE_MS = 60_000;
const RETRY_MS = 10_000;

const BUSY: ReadonlySet<string> = new Set(['approved', 'preparing', 'sending']);

/** Milliseconds until the issues are worth looking at again. */
export function pauseAfterIssues(last: IssueList | null): number {
  if (last === null) return RETRY_MS;
  return last.issues.some(({ state }) => BUSY.has(state)) ? BUSY_MS : PAUSE_MS;
}
