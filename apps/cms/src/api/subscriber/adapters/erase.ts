import type { RefusalCode, SubmissionOf } from '@passerelle/contracts';
import { forgetDeliveries } from '../../../newsletter/adapters/delivery-rows.ts';
import type { Transaction } from '../../../platform/jobs/database.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import { LINK_MS } from '../domain/tokens.ts';
import { managedReader } from './managed-reader.ts';
import type { NewsletterSetting } from './newsletter-setting.ts';
import type { Times } from './one-by-one.ts';
import { recordConsent } from './record-consent.ts';
import { openReader } from './sealed-reader.ts';
import { deleteSubscriber } from './subscriber-rows.ts';
import { readToken, retireTokens } from './token-rows.ts';

/**
 * Removes everything that is kept of a reader. What is left is the ledger's keyed hash, and hashes of links, which
 * answer that nothing is sent any more.
 */
export async function erase(
  setting: NewsletterSetting,
  transaction: Transaction,
  { body, locale }: SubmissionOf<'newsletter-erase'>,
  { sentAt, now }: Times,
): Promise<RefusalCode | null> {
  const reader = await managedReader(transaction, body.token, now);
  // Gone before: what was asked for is so.
  if (reader === null) return (await readToken(transaction, body.token)) === null ? 'unknown-subject' : null;
  const { email } = await openReader(setting.records, reader);
  await forgetReader(transaction, reader, now);
  await recordConsent(setting, transaction, reader, { kind: 'erased', email, locale, at: sentAt });
  return null;
}

/**
 * Removes a reader's row, and lets their links end nothing but what has ended.
 *
 * @returns the Message-IDs of what was sent to them.
 */
export async function forgetReader(
  transaction: Transaction,
  { id }: Pick<Subscriber, 'id'>,
  now: number,
): Promise<string[]> {
  await retireTokens(transaction, id, now + LINK_MS);
  await deleteSubscriber(transaction, id);
  return forgetDeliveries(transaction, id);
}
