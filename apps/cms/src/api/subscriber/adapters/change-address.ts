import type { RefusalCode, SubmissionOf } from '@passerelle/contracts';
import type { Transaction } from '../../../platform/jobs/database.ts';
import { mailInstant } from '../domain/mail-pace.ts';
import { CONFIRM_MS } from '../domain/tokens.ts';
import { managedReader } from './managed-reader.ts';
import type { NewsletterSetting } from './newsletter-setting.ts';
import type { Times } from './one-by-one.ts';
import { confirmMail } from './reader-mails.ts';
import { recordConsent } from './record-consent.ts';
import { sealFor } from './sealed-reader.ts';
import { updateSubscriber } from './subscriber-rows.ts';
import { isSuppressed } from './suppression-rows.ts';
import { insertTokens } from './token-rows.ts';

/**
 * Mails a link to another address, which the reader goes over to by following it. Until then nothing changes. Who asks
 * for one address after another gets a link to each, and only the last one is good.
 */
export async function changeAddress(
  setting: NewsletterSetting,
  transaction: Transaction,
  { body, locale }: SubmissionOf<'newsletter-address'>,
  { sentAt, now }: Times,
): Promise<RefusalCode | null> {
  const reader = await managedReader(transaction, body.token, now);
  if (reader === null) return 'unknown-subject';
  if (reader.status !== 'active') return 'closed';
  const { email } = body;
  const mailedAt = mailInstant(reader.mailedAt, now);
  const seal = await sealFor(setting.records, reader);
  await updateSubscriber(transaction, reader.id, { newEmail: await seal.newEmail(email), mailedAt });
  const token = setting.newToken();
  const life = { createdAt: now, expiresAt: now + CONFIRM_MS };
  const emailIndex = setting.records.blindIndex('email', email);
  await insertTokens(transaction, [
    { token, subscriber: reader.id, purpose: 'change-address', emailIndex, ...life },
  ]);
  const occasion = `address ${reader.id} ${emailIndex} ${mailedAt}`;
  const letter = { email, locale: reader.locale, occasion };
  if (!(await isSuppressed(transaction, emailIndex))) {
    await setting.sendMail(transaction, confirmMail(setting, 'newsletter-address', token, letter));
  }
  await recordConsent(setting, transaction, reader, { kind: 'asked', email, locale, at: sentAt });
  return null;
}
