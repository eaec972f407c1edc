import type { Locale, RefusalCode, SubmissionOf } from '@passerelle/contracts';
import type { Transaction } from '../../../platform/jobs/database.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import { confirmFault, LINK_MS } from '../domain/tokens.ts';
import type { NewsletterSetting } from './newsletter-setting.ts';
import type { Times } from './one-by-one.ts';
import { readerMail } from './reader-mails.ts';
import { recordConsent } from './record-consent.ts';
import { openReader, sealFor } from './sealed-reader.ts';
import { deleteSubscriber, lockSubscriber, updateSubscriber } from './subscriber-rows.ts';
import { insertTokens, narrowTokens, readToken, retireTokens, spendToken } from './token-rows.ts';

/** Confirms a subscription or another address, once, by the token that was mailed to it. */
export async function confirm(
  setting: NewsletterSetting,
  transaction: Transaction,
  { body, locale }: SubmissionOf<'newsletter-confirm'>,
  times: Times,
): Promise<RefusalCode | null> {
  const token = await readToken(transaction, body.token);
  const fault = confirmFault(token, times.sentAt);
  if (token === null || fault !== null) return fault ?? 'unknown-subject';
  const reader = await lockSubscriber(transaction, { id: token.subscriber });
  // Forgotten since: whoever asks again gets another link.
  if (reader === null) return 'expired';
  if (!(await spendToken(transaction, body.token, times.now))) return 'already-done';
  const step = { transaction, reader, locale, times };
  return token.purpose === 'confirm'
    ? await join(setting, step)
    : await move(setting, step, token.emailIndex);
}

interface Step {
  transaction: Transaction;
  reader: Subscriber;
  locale: Locale;
  times: Times;
}

async function join(setting: NewsletterSetting, { transaction, reader, locale, times }: Step) {
  // Another link of the same wish was followed before.
  if (reader.status === 'active') return 'already-done';
  const { email, manageToken } = await openReader(setting.records, reader);
  await updateSubscriber(transaction, reader.id, {
    status: 'active',
    confirmedAt: times.sentAt,
    endedAt: null,
    pausedUntil: null,
  });
  await welcome(setting, transaction, reader, { email, manageToken }, times);
  const detail = { proof: 'mailed-link', askedAt: new Date(reader.askedAt).toISOString() };
  await recordConsent(setting, transaction, reader, {
    ...{ kind: 'confirmed', email, locale, at: times.sentAt, detail },
  });
  return null;
}

/**
 * Goes over to the other address, if it is the one the link was mailed to: whoever reads one mailbox can't confirm
 * another. Links that were mailed to the old one can end the subscription, and no more.
 */
async function move(
  setting: NewsletterSetting,
  { transaction, reader, locale, times }: Step,
  mailedTo: string | null,
) {
  const { records, newToken } = setting;
  const { email: before, newEmail: email } = await openReader(records, reader);
  if (email === null || reader.status !== 'active') return 'expired';
  const emailIndex = records.blindIndex('email', email);
  if (emailIndex !== mailedTo) return 'expired';
  const other = await lockSubscriber(transaction, { email_index: emailIndex });
  if (other !== null && other.id !== reader.id) {
    // Both addresses are the same person's: one subscription is left of two.
    await retireTokens(transaction, other.id, times.now + LINK_MS);
    await deleteSubscriber(transaction, other.id);
  }
  const seal = await sealFor(records, reader);
  const manageToken = newToken();
  await narrowTokens(transaction, reader.id, times.now + LINK_MS);
  await updateSubscriber(transaction, reader.id, {
    emailIndex,
    email: await seal.email(email),
    newEmail: null,
    manageToken: await seal.manageToken(manageToken),
  });
  await welcome(setting, transaction, reader, { email, manageToken }, times);
  const detail = { reason: 'address-changed' };
  const said = { locale, at: times.sentAt, detail };
  await recordConsent(setting, transaction, reader, { kind: 'withdrawn', email: before, ...said });
  await recordConsent(setting, transaction, reader, { kind: 'confirmed', email, ...said });
  return null;
}

async function welcome(
  setting: NewsletterSetting,
  transaction: Transaction,
  { id, locale }: Subscriber,
  { email, manageToken }: { email: string; manageToken: string },
  { now }: Times,
): Promise<void> {
  await insertTokens(transaction, [
    { token: manageToken, subscriber: id, purpose: 'manage', createdAt: now, expiresAt: null },
  ]);
  const occasion = `welcome ${id} ${now}`;
  const letter = { email, locale, occasion };
  await setting.sendMail(transaction, readerMail(setting, 'newsletter-welcome', manageToken, letter));
}
