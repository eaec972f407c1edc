import type { CampaignLook } from '../../api/campaign-desk/domain/answers.ts';

/** While something leaves its numbers change; otherwise a person has to act first. */
const BUSY_MS = 2_000;
const QUIET_MS = 20_000;
const MISSED_MS = 10_000;

const BUSY: ReadonlySet<string> = new Set(['approved', 'preparing', 'sending']);

/** Milliseconds until a campaign is worth looking at again. */
export function pauseAfterLook(look: CampaignLook | null): number {
  if (look === null) return MISSED_MS;
  return look.issue !== null && BUSY.has(look.issue.state) ? BUSY_MS : QUIET_MS;
}
