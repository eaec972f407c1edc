import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import {
  type CountedIssue,
  listIssues,
  listUncertain,
} from '../../../newsletter/adapters/issue-list-rows.ts';
import { act, readIssue, sendUncertainAgain } from '../../../newsletter/adapters/issue-rows.ts';
import { actionsIn } from '../../../newsletter/domain/issue.ts';
import { senderOf } from '../../../newsletter/running-sender.ts';
import { recordAudit } from '../../../platform/audit/audit.ts';
import { maySteer } from '../adapters/permissions.ts';
import type { IssueList, IssueLook, IssueRefusal, UncertainList } from '../domain/answers.ts';
import type { DeskAction } from '../domain/requests.ts';

/** Issues in a list: some months of daily ones. */
const ISSUES = 100;
const UNCERTAIN = 500;

const digestSchema = z.object({ frequency: z.enum(['instant', 'daily', 'weekly', 'monthly']) });

/** Issues of the newsletter, for the admin's own screens. */
const newsletterDesk = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** @param state Strapi's state of the request: what may be done depends on who asks. */
  async list(state: unknown): Promise<IssueList> {
    const steers = maySteer(state);
    const issues = await listIssues(strapi.db.connection, ISSUES);
    return { issues: issues.map((issue) => lookOf(issue, steers)) };
  },

  /** Null when there is no such issue. */
  async uncertain(id: string): Promise<UncertainList | null> {
    if ((await readIssue(strapi.db.connection, id)) === null) return null;
    return { uncertain: await listUncertain(strapi.db.connection, id, UNCERTAIN) };
  },

  /**
   * Does what a person asks for, and writes down that they did.
   *
   * @returns undefined when there is no such issue; `refusal` is null when it was done.
   */
  async act(
    id: string,
    action: DeskAction,
    actor: string,
  ): Promise<{ refusal: IssueRefusal | null } | undefined> {
    if ((await readIssue(strapi.db.connection, id)) === null) return undefined;
    const at = new Date();
    const refusal = await strapi.db.connection.transaction(async (trx): Promise<IssueRefusal | null> => {
      if (action === 'send-again' && (await listUncertain(trx, id, 1)).length === 0)
        return 'nothing-uncertain';
      const again = action === 'send-again' ? await sendUncertainAgain(trx, id, at.getTime()) : null;
      if (again === 0) return 'issue-in-other-state';
      if (action !== 'send-again' && !(await act(trx, id, action))) return 'issue-in-other-state';
      const detail = again === null ? null : JSON.stringify({ mails: again });
      await recordAudit(trx, { at, actor, action: `newsletter-${action}`, subject: id, detail });
      return null;
    });
    if (refusal === null) senderOf(strapi).wake();
    return { refusal };
  },
});

function lookOf(issue: CountedIssue, steers: boolean): IssueLook {
  const { id, kind, state, at, problem, content, account } = issue;
  const again: DeskAction[] = account.deliveries.uncertain > 0 && state !== 'cancelled' ? ['send-again'] : [];
  return {
    id,
    kind,
    frequency: digestSchema.safeParse(content).data?.frequency ?? null,
    state,
    at: at.toISOString(),
    problem,
    ...account,
    addsUp: issue.addsUp,
    actions: steers ? [...actionsIn(state), ...again] : [],
  };
}

export default newsletterDesk;
