import { accountOf } from './adapters/account-rows.ts';
import * as rows from './adapters/delivery-rows.ts';
import * as issues from './adapters/issue-rows.ts';
import { IssueRefused, prepareIssue } from './prepare-issue.ts';
import type { SenderSettings } from './sender.ts';

/** What keeps the accounts in order around the sending itself. */
export interface Keeping {
  /** Frees what processes had that have gone, and settles what is left of what was cancelled. */
  freeLost(): Promise<void>;
  prepareDue(): Promise<void>;
  finish(): Promise<void>;
  /** Keeps what this process has. */
  renew(): Promise<void>;
}

type KeepingOptions = Pick<
  SenderSettings,
  | 'connection'
  | 'readers'
  | 'openEdition'
  | 'messageIdOf'
  | 'holder'
  | 'alarm'
  | 'clock'
  | 'log'
  | 'leaseSeconds'
  | 'onFinished'
>;

/** A preparation may take longer than a lease: nothing renews it within its transaction. */
const PREPARATION_MS = 5 * 60_000;

/** Until one that has failed is tried again. */
const AGAIN_MS = 60_000;

/** After as many failures in a row a person has to look. */
const FAILURES = 5;

export function createKeeping(options: KeepingOptions): Keeping {
  const { connection, readers, holder, clock, log, alarm } = options;
  /** Failures in a row, by issue. */
  const failures = new Map<string, number>();

  async function prepare(issue: issues.Issue): Promise<void> {
    const started = clock();
    try {
      await prepareIssue(options, issue, started);
      failures.delete(issue.id);
      log('info', `newsletter: issue ${issue.id} prepared in ${clock().getTime() - started.getTime()} ms`);
    } catch (error) {
      const count = (failures.get(issue.id) ?? 0) + 1;
      if (!(error instanceof IssueRefused) && count < FAILURES) {
        failures.set(issue.id, count);
        log('error', `newsletter: issue ${issue.id} could not be prepared yet`, error);
        await issues.postponePreparation(connection, issue.id, holder, clock().getTime() + AGAIN_MS);
        return;
      }
      failures.delete(issue.id);
      const problem = error instanceof IssueRefused ? error.problem : 'preparation';
      await issues.refuseIssue(connection, issue.id, holder, problem);
      log('error', `newsletter: issue ${issue.id} is held: ${problem}`, error);
      await alarm({ code: 'newsletter-refused', issue: issue.id, problem, at: clock() });
    }
  }

  return {
    async freeLost() {
      await connection.transaction(async (trx) => {
        await issues.skipCancelled(trx);
        const uncertain = await rows.freeLost(trx, clock().getTime());
        const byIssue = Map.groupBy(uncertain, ({ issue }) => issue);
        for (const [issue, lost] of byIssue) {
          log('error', `newsletter: of issue ${issue} ${lost.length} mails may or may not have been sent`);
          const until = (await issues.readIssue(trx, issue))?.until;
          if (until)
            await readers.told(
              trx,
              lost.map(({ reader }) => reader),
              until,
            );
        }
      });
    },

    async prepareDue() {
      for (;;) {
        const now = clock().getTime();
        const due = await issues.claimDueIssue(connection, { holder, now, leaseUntil: now + PREPARATION_MS });
        if (due === null) return;
        await prepare(due);
      }
    },

    async finish() {
      const finished = await connection.transaction(async (trx) => {
        const ids = await issues.finishIssues(trx, clock().getTime());
        for (const id of ids) await options.onFinished?.(trx, id);
        return ids;
      });
      for (const id of finished) {
        const issue = await issues.readIssue(connection, id);
        if (issue === null) continue;
        const { deliveries } = await accountOf(connection, issue);
        const { sent, failed, uncertain, skipped } = deliveries;
        log(
          'info',
          `newsletter: issue ${id} finished: ${sent} sent, ${failed} failed, ${uncertain} uncertain, ${skipped} skipped`,
        );
        if (uncertain > 0) await alarm({ code: 'newsletter-uncertain', issue: id, at: clock() });
      }
    },

    renew: () =>
      connection.transaction((trx) =>
        rows.renew(trx, holder, clock().getTime() + options.leaseSeconds * 1000),
      ),
  };
}
