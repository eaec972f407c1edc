import type { Transaction } from '../../../platform/jobs/database.ts';
import { mayEnd, type Subscriber } from '../domain/subscriber.ts';
import type { NewsletterSetting } from './newsletter-setting.ts';
import { type Occasion, recordConsent } from './record-consent.ts';
import { openReader } from './sealed-reader.ts';
import { updateSubscriber } from './subscriber-rows.ts';

/**
 * Ends a subscription at once, also for mails that are queued: the sender asks who still wants them. The reader is
 * locked. Adds to the ledger: last in its transaction.
 *
 * @param now in milliseconds.
 * @returns whether there was anything to end.
 */
export async function withdraw(
  setting: Pick<NewsletterSetting, 'strapi' | 'records'>,
  transaction: Transaction,
  reader: Subscriber,
  { now, ...occasion }: Omit<Occasion, 'kind' | 'email'> & { now: number },
): Promise<boolean> {
  if (!mayEnd(reader)) return false;
  await updateSubscriber(transaction, reader.id, {
    status: 'unsubscribed',
    endedAt: now,
    pausedUntil: null,
    newEmail: null,
  });
  const { email } = await openReader(setting.records, reader);
  await recordConsent(setting, transaction, reader, { kind: 'withdrawn', email, ...occasion });
  return true;
}
