import type { Answer, SubmissionOf } from '@passerelle/contracts';
import { appendConsents } from '../../../consent/ledger.ts';
import type { Transaction } from '../../../platform/jobs/database.ts';
import type { Mail } from '../../../platform/mailer/mail.ts';
import type { FormHandler } from '../../submission/domain/form-handler.ts';
import { mailInstant } from '../domain/mail-pace.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import { CONFIRM_MS, LINK_MS } from '../domain/tokens.ts';
import type { NewsletterSetting } from './newsletter-setting.ts';
import { type Times, timesOf } from './one-by-one.ts';
import { confirmMail, readerMail } from './reader-mails.ts';
import { newsletterConsent } from './record-consent.ts';
import { newReader, wishesOf } from './sealed-reader.ts';
import { insertSubscribers, lockSubscribersOf, updateAsked } from './subscriber-rows.ts';
import { suppressedOf } from './suppression-rows.ts';
import { insertTokens } from './token-rows.ts';

type Asked = Pick<SubmissionOf<'subscribe'>, 'body' | 'locale'>;

/** A wish to subscribe, and when it was sent and is decided. */
type Wish = Asked & Times;

/** What is known of somebody who asks for the newsletter while they ask for something else. */
interface PassingWish
  extends Pick<SubmissionOf<'subscribe'>['body'], 'email' | 'wording' | 'page' | 'formVersion'> {
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
 * tells whether an address is known (L2). What differs is in the mail: a link to confirm by, or, for a reader, to their
 * preferences. A reader's own wishes aren't changed: anybody may have typed the address. As many statements for a
 * hundred as for one.
 */
async function subscribe(
  setting: NewsletterSetting,
  transaction: Transaction,
  wishes: readonly Wish[],
): Promise<void> {
  const fresh = await Promise.all(
    wishes.map(async (wish) => ({
      wish,
      reader: await newReader(setting, wish.body, { locale: wish.locale, at: wish.sentAt }),
    })),
  );
  const asking = fresh.map(({ reader }) => reader);
  await insertSubscribers(transaction, asking);
  const known = await lockSubscribersOf(
    transaction,
    asking.map(({ emailIndex }) => emailIndex),
  );
  const silent = await suppressedOf(transaction, [...known.keys()]);

  const readers = new Map(known);
  const taken = fresh.map(({ wish, reader: { emailIndex } }) => {
    const reader = readers.get(emailIndex);
    if (reader === undefined) throw new Error('A subscriber that was put in is not there');
    const answered = answer(setting, reader, wish);
    readers.set(emailIndex, answered.reader);
    return answered;
  });
  await updateAsked(transaction, [...readers.values()]);
  await insertTokens(
    transaction,
    taken.map(({ token }) => token),
  );
  const isSilent = ({ reader }: (typeof taken)[number]) => silent.has(reader.emailIndex);
  const mailsOf = (some: typeof taken) => some.map(({ mail }) => mail);
  await setting.sendMails(transaction, mailsOf(taken.filter((one) => !isSilent(one))));
  await sendNothing(setting, transaction, mailsOf(taken.filter(isSilent)));
  await appendConsents(
    setting.strapi,
    transaction,
    wishes.map(({ body, locale, sentAt }) =>
      newsletterConsent(body, { kind: 'given', email: body.email, locale, at: sentAt }),
    ),
  );
}

/** What comes of a wish: the reader as they are from now on, a link, and the mail that has it. */
function answer(setting: NewsletterSetting, reader: Subscriber, { body, locale, sentAt, now }: Wish) {
  const reads = reader.status === 'active';
  const mailedAt = mailInstant(reader.mailedAt, now);
  const token = {
    token: setting.newToken(),
    subscriber: reader.id,
    purpose: reads ? ('manage' as const) : ('confirm' as const),
    createdAt: now,
    expiresAt: now + (reads ? LINK_MS : CONFIRM_MS),
  };
  const letter = { email: body.email, locale, occasion: `${reader.emailIndex} ${mailedAt}` };
  return {
    reader: {
      ...reader,
      ...(reads ? { mailedAt } : { ...wishesOf(body, locale), askedAt: sentAt, mailedAt }),
    },
    token,
    mail: reads
      ? readerMail(setting, 'newsletter-already', token.token, { ...letter, locale: reader.locale })
      : confirmMail(setting, 'newsletter-confirm', token.token, letter),
  };
}

/** Does the work of sending and takes it back: an address that isn't written to can't be told by its time either. */
async function sendNothing(
  setting: Pick<NewsletterSetting, 'sendMails'>,
  outer: Transaction,
  unsent: readonly Mail[],
): Promise<void> {
  const taken = new Error('taken back');
  try {
    await outer.transaction(async (inner) => {
      await setting.sendMails(inner, unsent);
      throw taken;
    });
  } catch (error) {
    if (error !== taken) throw error;
  }
}
