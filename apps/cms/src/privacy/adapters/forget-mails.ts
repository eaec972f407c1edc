import { z } from 'zod';
import type { Transaction } from '../../platform/jobs/database.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import { removeMails } from '../../platform/mailer/adapters/mailbox-files.ts';
import { issueMailId } from '../../platform/mailer/adapters/mailbox-pool.ts';
import { forgetContent } from '../../platform/mailer/adapters/outbox-table.ts';
import { mailsTo } from './person-mails.ts';
import type { PrivacySetting } from './privacy-setting.ts';

const FORGET_JOB = 'privacy.forget-mails';

/** Nothing of the person: it stays in the queue for a while. */
const payloadSchema = z.strictObject({
  /** Keyed hashes of their addresses. */
  people: z.array(z.string()),
  /** Which mails of the outbox. */
  templates: z.array(z.string()).readonly(),
  /** Message-IDs of issues of the newsletter, which the local mailbox may have. */
  issues: z.array(z.string()),
});
type Forgetting = z.infer<typeof payloadSchema>;

/**
 * Has mails to addresses forgotten, once the transaction has committed: whose a mail is shows by its content alone, and
 * to open all of them takes longer than others should wait for a transaction.
 */
export function askToForgetMails(
  { jobs }: Pick<PrivacySetting, 'jobs'>,
  transaction: Transaction,
  forgetting: Forgetting,
): Promise<void> {
  return jobs.enqueue({ name: FORGET_JOB, payload: forgetting }, transaction);
}

/** Has such mails forgotten: in the outbox, and as files of the local mailbox. Before the jobs are started. */
export function registerForgetting(setting: PrivacySetting, jobs: Pick<Jobs, 'work'>): void {
  const { strapi, mailFolder } = setting;
  jobs.work(FORGET_JOB, async ({ payload }) => {
    const { people, templates, issues } = payloadSchema.parse(payload);
    const ids = new Set<string>();
    for (const person of people) {
      for (const { id } of await mailsTo(setting, strapi.db.connection, person, { templates })) ids.add(id);
    }
    await strapi.db.transaction(({ trx }) => forgetContent(trx, [...ids]));
    await removeMails(mailFolder, new Set([...ids, ...issues.map(issueMailId)]));
  });
}
