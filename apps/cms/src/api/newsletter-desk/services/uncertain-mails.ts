import {
  UNCERTAIN_LIMIT,
  type UncertainDecision,
  type UncertainIssue,
  type UncertainIssues,
  type UncertainRequest,
} from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import {
  type CountedIssue,
  listUncertain,
  listUncertainIssues,
} from '../../../newsletter/adapters/issue-list-rows.ts';
import {
  readIssue,
  sendUncertainAgain,
  takeUncertainForSent,
} from '../../../newsletter/adapters/issue-rows.ts';
import { senderOf } from '../../../newsletter/running-sender.ts';
import { readAudit, readAuditSubjects, recordAudit } from '../../../platform/audit/audit.ts';
import { maySteer } from '../adapters/permissions.ts';
import type { IssueRefusal } from '../domain/answers.ts';

/** Issues that are looked at together. */
const ISSUES = 50;
/** How long a decision is shown once nothing of its issue is uncertain any more. */
const SHOWN_MS = 30 * 86_400_000;

/** What decisions are called in the audit. */
const ACTION: Readonly<Record<UncertainDecision, string>> = {
  delivered: 'newsletter-delivered',
  'send-again': 'newsletter-send-again',
};
const DECISION = new Map(Object.entries(ACTION).map(([decision, action]) => [action, decision]));

const detailSchema = z.object({ mails: z.int() });
const digestSchema = z.object({ frequency: z.enum(['instant', 'daily', 'weekly', 'monthly']) });
const decisionSchema = z.enum(['delivered', 'send-again']);

/** Mails of which nobody knows whether they were sent, for the admin's own screen. */
const uncertainMails = ({ strapi }: { strapi: Core.Strapi }) => {
  const { connection } = strapi.db;

  async function lookAt(issue: CountedIssue): Promise<UncertainIssue> {
    const { id, kind, state, at, content, account } = issue;
    const events = await readAudit(connection, id);
    return {
      id,
      kind,
      frequency: digestSchema.safeParse(content).data?.frequency ?? null,
      at: at.toISOString(),
      maySendAgain: state !== 'cancelled',
      count: account.deliveries.uncertain,
      mails: await listUncertain(connection, id, UNCERTAIN_LIMIT),
      decisions: events.flatMap((event) => {
        const decision = decisionSchema.safeParse(DECISION.get(event.action)).data;
        if (decision === undefined) return [];
        const { mails } = detailSchema.parse(JSON.parse(event.detail ?? ''));
        return [{ at: event.at.toISOString(), actor: event.actor, decision, mails }];
      }),
    };
  }

  return {
    /** @param state Strapi's state of the request: who asks. */
    async list(state: unknown): Promise<UncertainIssues> {
      const since = new Date(Date.now() - SHOWN_MS);
      const decided = await readAuditSubjects(connection, Object.values(ACTION), since);
      const issues = await listUncertainIssues(connection, decided, ISSUES);
      return { mayDecide: maySteer(state), issues: await Promise.all(issues.map(lookAt)) };
    },

    /**
     * Does what a person has decided, and writes down that they did.
     *
     * @returns about how many mails, or why about none; undefined when there is no such issue.
     */
    async decide(
      id: string,
      { decision, mails }: UncertainRequest,
      actor: string,
    ): Promise<{ mails: number } | IssueRefusal | undefined> {
      const issue = await readIssue(connection, id);
      if (issue === null) return undefined;
      if (decision === 'send-again' && issue.state === 'cancelled') return 'issue-in-other-state';
      const at = new Date();
      const chosen = mails === 'all' ? undefined : mails;
      const count = await connection.transaction(async (trx) => {
        const decided =
          decision === 'delivered'
            ? await takeUncertainForSent(trx, id, chosen)
            : await sendUncertainAgain(trx, id, at.getTime(), chosen);
        if (decided > 0) {
          const detail = JSON.stringify({ mails: decided });
          await recordAudit(trx, { at, actor, action: ACTION[decision], subject: id, detail });
        }
        return decided;
      });
      if (count === 0) return 'nothing-uncertain';
      if (decision === 'send-again') senderOf(strapi).wake();
      return { mails: count };
    },
  };
};

export default uncertainMails;
