import type { RefusalCode, SubmissionOf } from '@passerelle/contracts';
import type { Transaction } from '../../../platform/jobs/database.ts';
import { askToForgetMails } from '../../../privacy/adapters/forget-mails.ts';
import { forgetAddress } from './forget-address.ts';
import { managedReader } from './managed-reader.ts';
import type { NewsletterSetting } from './newsletter-setting.ts';
import type { Times } from './one-by-one.ts';
import { READER_TEMPLATES } from './reader-mails.ts';
import { recordConsent } from './record-consent.ts';
import { openReader } from './sealed-reader.ts';
import { readToken } from './token-rows.ts';

/**
 * Removes everything that is kept of a reader, the mails to their addresses with it. What is left is the ledger's keyed
 * hash, and hashes of links, which answer that nothing is sent any more. An inquiry of the same person, and what was
 * mailed about it, stays: it is no part of the subscription.
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
  const { email, newEmail } = await openReader(setting.records, reader);
  const { messageIds } = await forgetAddress(setting, transaction, email, now);
  const addresses = newEmail === null ? [email] : [email, newEmail];
  await askToForgetMails(setting, transaction, {
    people: addresses.map((address) => setting.records.blindIndex('email', address)),
    templates: READER_TEMPLATES,
    issues: messageIds,
  });
  await recordConsent(setting, transaction, reader, { kind: 'erased', email, locale, at: sentAt });
  return null;
}
