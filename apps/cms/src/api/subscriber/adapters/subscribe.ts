import type { SubmissionOf } from '@passerelle/contracts';
import type { Transaction } from '../../../platform/jobs/database.ts';
import type { Mail } from '../../../platform/mailer/mail.ts';
import { mailInstant } from '../domain/mail-pace.ts';
import { CONFIRM_MS, LINK_MS } from '../domain/tokens.ts';
import type { NewsletterSetting } from './newsletter-setting.ts';
import type { Times } from './one-by-one.ts';
import { confirmMail, readerMail } from './reader-mails.ts';
import { recordConsent } from './record-consent.ts';
import { newReader, wishesOf } from './sealed-reader.ts';
import { insertSubscriber, lockSubscriber, updateSubscriber } from './subscriber-rows.ts';
import { isSuppressed } from './suppression-rows.ts';
import { insertToken } from './token-rows.ts';

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
  const times = { sentAt: at.getTime(), now: setting.clock().getTime() };
  await subscribe(
    setting,
    transaction,
    { locale, body: { ...wish, topics: [], frequency: 'weekly' } },
    times,
  );
}

/**
 * Takes the wish to subscribe: always taken, and always by the same steps, so that neither the answer nor its time
 * tells whether an address is known (L2). What differs is in the mail: a link to confirm by, or, for a reader, to their
 * preferences. A reader's own wishes aren't changed: anybody may have typed the address.
 */
export async function subscribe(
  setting: NewsletterSetting,
  transaction: Transaction,
  { body, locale }: Pick<SubmissionOf<'subscribe'>, 'body' | 'locale'>,
  { sentAt, now }: Times,
): Promise<null> {
  const fresh = await newReader(setting, body, { locale, at: sentAt });
  await insertSubscriber(transaction, fresh);
  const reader = await lockSubscriber(transaction, { email_index: fresh.emailIndex });
  if (reader === null) throw new Error('A subscriber that was put in is not there');
  const isSilent = await isSuppressed(transaction, reader.emailIndex);

  const reads = reader.status === 'active';
  const mailedAt = mailInstant(reader.mailedAt, now);
  await updateSubscriber(
    transaction,
    reader.id,
    reads ? { mailedAt } : { ...wishesOf(body, locale), askedAt: sentAt, mailedAt },
  );
  const token = setting.newToken();
  await insertToken(transaction, token, {
    subscriber: reader.id,
    purpose: reads ? 'manage' : 'confirm',
    createdAt: now,
    expiresAt: now + (reads ? LINK_MS : CONFIRM_MS),
  });
  const letter = { email: body.email, locale, occasion: `${reader.emailIndex} ${mailedAt}` };
  const mail = reads
    ? readerMail(setting, 'newsletter-already', token, { ...letter, locale: reader.locale })
    : confirmMail(setting, 'newsletter-confirm', token, letter);
  await (isSilent ? sendNothing : setting.sendMail)(transaction, mail);
  const { wording, page, formVersion } = body;
  await recordConsent(
    setting,
    transaction,
    { wording, page, formVersion },
    { kind: 'given', email: body.email, locale, at: sentAt },
  );
  return null;

  /** Does the work of sending and takes it back: an address that isn't written to can't be told by its time either. */
  async function sendNothing(outer: Transaction, unsent: Mail): Promise<void> {
    const taken = new Error('taken back');
    try {
      await outer.transaction(async (inner) => {
        await setting.sendMail(inner, unsent);
        throw taken;
      });
    } catch (error) {
      if (error !== taken) throw error;
    }
  }
}
