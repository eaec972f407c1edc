import type { Answer, SubmissionOf } from '@passerelle/contracts';
import { appendConsents } from '../../../consent/ledger.ts';
import type { Transaction } from '../../../platform/jobs/database.ts';
import type { FormHandler } from '../../submission/domain/form-handler.ts';
import { mailInstant } from '../domain/mail-pace.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import { askForAnswers } from './answer-wishes.ts';
import type { NewsletterSetting } from './newsletter-setting.ts';
import { type Times, timesOf } from './one-by-one.ts';
import { newsletterConsent } from './record-consent.ts';
import { newReader, wishesOf } from './sealed-reader.ts';
import { insertSubscribers, lockSubscribersOf, updateAsked } from './subscriber-rows.ts';

/** A wish to subscribe, and when it was sent and is decided. */
type Wish = Pick<SubmissionOf<'subscribe'>, 'body' | 'locale'> & Times;

/** What is known of somebody who asks for the newsletter while they ask for something else. */
interface PassingWish
  extends Pick<SubmissionOf<'subscribe'>['body'], 'email' | 'wording' | 'notice' | 'page' | 'formVersion'> {
  locale: SubmissionOf<'subscribe'>['locale'];
  at: Date;
}

/** Takes the wish to subscribe that came with another form: all topics, once a week, until they choose. */
export async function subscribeByTheWay(
  setting: NewsletterSetting,
  transaction: Transaction,
  { locale, at, ...wish }: PassingWish,
): Promise<void> {
  const body = { ...wish, topics: [], frequency: 'weekly' as const };
  await subscribe(setting, transaction, [
    { locale, body, sentAt: at.getTime(), now: setting.clock().getTime() },
  ]);
}

/** Takes wishes to subscribe. */
export function createSubscribeHandler(setting: NewsletterSetting): FormHandler<'subscribe', Transaction> {
  return async (submissions, transaction) => {
    const wishes = submissions.map((submission) => ({ ...submission, ...timesOf(setting, submission) }));
    await subscribe(setting, transaction, wishes);
    return submissions.map((): Answer => ({ outcome: 'accepted' }));
  };
}

/**
 * Takes wishes to subscribe: always taken, and always by the same steps, so that neither the answer nor its time
 * tells whether an address is known (L2). What differs is in the mail, which is written afterwards. A reader's own
 * wishes aren't changed: anybody may have typed the address. As many statements for a hundred as for one.
 */
async function subscribe(
  setting: NewsletterSetting,
  transaction: Transaction,
  wishes: readonly Wish[],
): Promise<void> {
  const asking = await Promise.all(
    wishes.map(({ body, locale, sentAt }) => newReader(setting, body, { locale, at: sentAt })),
  );
  await insertSubscribers(transaction, asking);
  const emailIndexes = asking.map(({ emailIndex }) => emailIndex);
  const readers = new Map(await lockSubscribersOf(transaction, emailIndexes));
  const mailed: { id: string; mailedAt: number }[] = [];
  for (const [at, wish] of wishes.entries()) {
    const reader = readers.get(emailIndexes[at] ?? '');
    if (reader === undefined) throw new Error('A subscriber that was put in is not there');
    const mailedAt = mailInstant(reader.mailedAt, wish.now);
    readers.set(reader.emailIndex, asked(reader, wish, mailedAt));
    mailed.push({ id: reader.id, mailedAt });
  }
  await updateAsked(transaction, [...readers.values()]);
  await askForAnswers(setting, transaction, mailed);
  await appendConsents(
    setting.strapi,
    transaction,
    wishes.map(({ body, locale, sentAt }) =>
      newsletterConsent(body, { kind: 'given', email: body.email, locale, at: sentAt, ...noticed(body) }),
    ),
  );
}

/** The notice goes with the consent, as a fact of the ledger: it outlives the reader's row. */
const noticed = ({ notice }: Wish['body']) => (notice === null ? {} : { detail: { notice } });

const asked = (reader: Subscriber, { body, locale, sentAt }: Wish, mailedAt: number): Subscriber =>
  reader.status === 'active'
    ? { ...reader, mailedAt }
    : { ...reader, ...wishesOf(body, locale), askedAt: sentAt, mailedAt };
