import { z } from 'zod';
import type { Account } from '../../../newsletter/domain/accounting.ts';
import { actionsIn, type IssueState } from '../../../newsletter/domain/issue.ts';
import type { IssueLook } from './answers.ts';
import type { DeskAction } from './requests.ts';

/** Whether an issue may still be tried out: it hasn't been made yet. */
export const isTestable = (state: IssueState): boolean => state === 'held' || state === 'approved';

/** An issue with its account, as it is stored. */
interface StoredIssue {
  id: string;
  kind: IssueLook['kind'];
  state: IssueState;
  content: unknown;
  at: Date;
  sendAt: Date;
  problem: string | null;
  account: Account;
  addsUp: boolean;
}

/** Who asks, and when. */
export interface Asking {
  /** Id of the admin's user. */
  user: number;
  /** Whether their role lets them change what happens to issues. */
  steers: boolean;
  /** Whether somebody else than who wrote a campaign has to approve it. */
  needsApproval: boolean;
  now: Date;
}

const digestSchema = z.object({ frequency: z.enum(['instant', 'daily', 'weekly', 'monthly']) });
const campaignSchema = z.object({ campaign: z.string(), subject: z.string(), authors: z.array(z.int()) });

/** Whether an issue is the work of somebody, who then may not approve it where approval is on. */
export const isOwn = ({ content }: Pick<StoredIssue, 'content'>, user: number): boolean =>
  campaignSchema.safeParse(content).data?.authors.includes(user) ?? false;

/** An issue as staff see it, with what the one who asks may do with it. */
export function issueLookOf(issue: StoredIssue, asking: Asking): IssueLook {
  const { id, kind, state, at, sendAt, problem, content, account } = issue;
  const campaign = campaignSchema.safeParse(content).data;
  return {
    id,
    kind,
    frequency: digestSchema.safeParse(content).data?.frequency ?? null,
    campaign: campaign?.campaign ?? null,
    subject: campaign?.subject ?? null,
    state,
    at: at.toISOString(),
    sendAt: sendAt.toISOString(),
    problem,
    ...account,
    addsUp: issue.addsUp,
    actions: asking.steers ? actionsFor(issue, asking) : [],
  };
}

function actionsFor(issue: StoredIssue, { user, needsApproval, now }: Asking): DeskAction[] {
  const { kind, state, account, sendAt } = issue;
  const allowed = actionsIn(state).filter((action) => {
    if (action === 'start') return sendAt > now;
    return action !== 'approve' || !needsApproval || !isOwn(issue, user);
  });
  // A campaign is tried out where it is written.
  const actions: DeskAction[] = kind === 'digest' && isTestable(state) ? ['test', ...allowed] : allowed;
  const again = account.deliveries.uncertain > 0 && state !== 'cancelled';
  return again ? [...actions, 'send-again'] : actions;
}
