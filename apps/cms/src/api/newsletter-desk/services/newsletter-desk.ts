import type { Core } from '@strapi/strapi';
import { env } from '../../../env.ts';
import { listIssues, listUncertain } from '../../../newsletter/adapters/issue-list-rows.ts';
import { act, readIssue, sendUncertainAgain } from '../../../newsletter/adapters/issue-rows.ts';
import { digestTestOf } from '../../../newsletter/digest-test.ts';
import type { Actor } from '../../../newsletter/freeze-campaign.ts';
import { senderOf } from '../../../newsletter/running-sender.ts';
import { recordAudit } from '../../../platform/audit/audit.ts';
import { maySteer } from '../adapters/permissions.ts';
import type { IssueList, IssueRefusal, UncertainList } from '../domain/answers.ts';
import { isOwn, issueLookOf, isTestable } from '../domain/issue-look.ts';
import type { DeskAction } from '../domain/requests.ts';

/** Issues in a list: some months of daily ones. */
const ISSUES = 100;
const UNCERTAIN = 500;

/** Issues of the newsletter, for the admin's own screens. */
const newsletterDesk = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** @param state Strapi's state of the request: what may be done depends on who asks. */
  async list(state: unknown, user: number): Promise<IssueList> {
    const asking = {
      user,
      steers: maySteer(state),
      needsApproval: env().NEWSLETTER_APPROVAL,
      now: new Date(),
    };
    const issues = await listIssues(strapi.db.connection, ISSUES);
    return { issues: issues.map((issue) => issueLookOf(issue, asking)) };
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
    action: Exclude<DeskAction, 'test'>,
    { id: user, name: actor }: Actor,
  ): Promise<{ refusal: IssueRefusal | null } | undefined> {
    const issue = await readIssue(strapi.db.connection, id);
    if (issue === null) return undefined;
    if (action === 'approve' && env().NEWSLETTER_APPROVAL && isOwn(issue, user))
      return { refusal: 'own-campaign' };
    const at = new Date();
    const refusal = await strapi.db.connection.transaction(async (trx): Promise<IssueRefusal | null> => {
      if (action === 'send-again' && (await listUncertain(trx, id, 1)).length === 0)
        return 'nothing-uncertain';
      const again = action === 'send-again' ? await sendUncertainAgain(trx, id, at.getTime()) : null;
      if (again === 0) return 'issue-in-other-state';
      if (action !== 'send-again' && !(await act(trx, id, action, at))) return 'issue-in-other-state';
      const detail = again === null ? null : JSON.stringify({ mails: again });
      await recordAudit(trx, { at, actor, action: `newsletter-${action}`, subject: id, detail });
      return null;
    });
    if (refusal === null) senderOf(strapi).wake();
    return { refusal };
  },

  /**
   * Sends a digest that waits to the one who asks, as it would be made now, and writes down that they asked.
   *
   * @returns undefined when there is no such issue; `refusal` is null when it has left.
   */
  async test(
    id: string,
    { address, actor }: { address: string; actor: Actor },
  ): Promise<{ refusal: IssueRefusal | null } | undefined> {
    const issue = await readIssue(strapi.db.connection, id);
    if (issue === null) return undefined;
    if (issue.kind !== 'digest' || !isTestable(issue.state)) return { refusal: 'issue-in-other-state' };
    const ended = await digestTestOf(strapi)(issue, address);
    if (ended !== 'sent') return { refusal: ended === 'nothing-new' ? ended : 'test-not-taken' };
    await strapi.db.connection.transaction((trx) =>
      recordAudit(trx, {
        at: new Date(),
        actor: actor.name,
        action: 'newsletter-test',
        subject: id,
        detail: null,
      }),
    );
    return { refusal: null };
  },
});

export default newsletterDesk;
