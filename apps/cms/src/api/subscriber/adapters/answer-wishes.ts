import { z } from 'zod';
import type { Transaction } from '../../../platform/jobs/database.ts';
import type { Job, Jobs } from '../../../platform/jobs/jobs.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import { CONFIRM_MS, LINK_MS } from '../domain/tokens.ts';
import type { NewsletterSetting } from './newsletter-setting.ts';
import { confirmMail, readerMail } from './reader-mails.ts';
import { openReader } from './sealed-reader.ts';
import { lockSubscribersOf, readSubscribersOf } from './subscriber-rows.ts';
import { suppressedOf } from './suppression-rows.ts';
import { insertTokens } from './token-rows.ts';

const ANSWER_JOB = 'newsletter.answer';

/** A reader's id, and the instant of the mail that answers (ms), by which two are one. */
const payloadSchema = z.strictObject({ readers: z.array(z.tuple([z.string(), z.number()])) });

/** Has those who asked for the newsletter mailed to, once the transaction has committed. */
export function askForAnswers(
  { jobs }: Pick<NewsletterSetting, 'jobs'>,
  transaction: Transaction,
  readers: readonly { id: string; mailedAt: number }[],
): Promise<void> {
  const payload = { readers: readers.map(({ id, mailedAt }) => [id, mailedAt] as const) };
  return jobs.enqueue({ name: ANSWER_JOB, payload }, transaction);
}

/**
 * Has the mails written that answer wishes to subscribe. Not where the wish is taken: nobody waits for it there, and how
 * long it takes, which says whether an address is read, suppressed or new, can't be told by the answer (L2).
 */
export function registerAnswers(setting: NewsletterSetting, jobs: Pick<Jobs, 'work'>): void {
  jobs.work(ANSWER_JOB, (job) => answerWishes(setting, job));
}

async function answerWishes(setting: NewsletterSetting, { payload }: Pick<Job, 'payload'>): Promise<void> {
  const instants = new Map(payloadSchema.parse(payload).readers);
  const asking = await readSubscribersOf(setting.strapi.db.connection, [...instants.keys()]);
  // Made before the database is held.
  const made = await Promise.allSettled(asking.map((reader) => answerOf(setting, reader, instants)));
  const emailIndexes = asking.map(({ emailIndex }) => emailIndex);
  await setting.strapi.db.transaction(async ({ trx }) => {
    // Who was erased meanwhile is not written to.
    const there = await lockSubscribersOf(trx, emailIndexes);
    const silent = await suppressedOf(trx, emailIndexes);
    const answers = made
      .flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
      .filter(
        ({ emailIndex, token }) => there.get(emailIndex)?.id === token.subscriber && !silent.has(emailIndex),
      );
    if (answers.length === 0) return;
    await insertTokens(
      trx,
      answers.map(({ token }) => token),
    );
    await setting.sendMails(
      trx,
      answers.map(({ mail }) => mail),
    );
  });
  // One that can't be opened holds up none of the others: they have theirs, and the next attempt mails nobody twice.
  const failed = made.find((one) => one.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

/** A link and the mail that has it: to confirm by, or, for a reader, to their preferences. */
async function answerOf(
  setting: NewsletterSetting,
  reader: Subscriber,
  instants: ReadonlyMap<string, number>,
) {
  const { id, emailIndex, locale, status } = reader;
  const reads = status === 'active';
  const now = setting.clock().getTime();
  const { email } = await openReader(setting.records, reader);
  const token = setting.newToken();
  const letter = { email, locale, occasion: `${emailIndex} ${instants.get(id)}` };
  return {
    emailIndex,
    token: {
      ...{ token, subscriber: id, createdAt: now },
      purpose: reads ? ('manage' as const) : ('confirm' as const),
      expiresAt: now + (reads ? LINK_MS : CONFIRM_MS),
    },
    mail: reads
      ? readerMail(setting, 'newsletter-already', token, letter)
      : confirmMail(setting, 'newsletter-confirm', token, letter),
  };
}
