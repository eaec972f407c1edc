import type { Transaction } from '../../../platform/jobs/database.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import type { NewsletterSetting } from './newsletter-setting.ts';
import { recordConsent } from './record-consent.ts';
import { openReader } from './sealed-reader.ts';
import { endSubscriber } from './subscriber-rows.ts';
import { insertSuppression, type SuppressionReason } from './suppression-rows.ts';

/**
 * Has nothing more sent to a reader of whom a report has come, also should they be erased and come back. A complaint
 * ends the subscription as the reader's own wish: the ledger says so. The reader is locked.
 */
export async function suppressReported(
  setting: Pick<NewsletterSetting, 'strapi' | 'records'>,
  transaction: Transaction,
  reader: Subscriber,
  { reason, at }: { reason: SuppressionReason; at: number },
): Promise<void> {
  await insertSuppression(transaction, { emailIndex: reader.emailIndex, reason, at });
  const reads = reader.status === 'active' || reader.status === 'pending';
  if (!reads) return;
  await endSubscriber(transaction, reader.id, at);
  if (reason !== 'complained') return;
  const { email } = await openReader(setting.records, reader);
  await recordConsent(setting, transaction, reader, {
    kind: 'withdrawn',
    email,
    locale: reader.locale,
    at,
    actor: 'system',
    detail: { reason: 'complaint' },
  });
}
