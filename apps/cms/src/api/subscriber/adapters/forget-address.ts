import { forgetDeliveries } from '../../../newsletter/adapters/delivery-rows.ts';
import { normalEmail } from '../../../platform/crypto/normal-forms.ts';
import type { Transaction } from '../../../platform/jobs/database.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import { LINK_MS } from '../domain/tokens.ts';
import type { NewsletterSetting } from './newsletter-setting.ts';
import { openReader } from './sealed-reader.ts';
import {
  deleteSubscriber,
  lockSubscriber,
  readMovingSubscribers,
  updateSubscriber,
} from './subscriber-rows.ts';
import { retireTokens } from './token-rows.ts';

/** Readers whose rows were removed or changed, and the Message-IDs of the issues that went to the address. */
interface ForgottenAddress {
  ids: string[];
  messageIds: string[];
}

/**
 * Removes the reader of an address, and takes it from whoever was going over to it.
 *
 * @param now in milliseconds.
 */
export async function forgetAddress(
  { records }: Pick<NewsletterSetting, 'records'>,
  transaction: Transaction,
  email: string,
  now: number,
): Promise<ForgottenAddress> {
  const ids: string[] = [];
  const messageIds: string[] = [];
  const emailIndex = records.blindIndex('email', email);
  const reader = await lockSubscriber(transaction, { email_index: emailIndex });
  if (reader !== null) {
    messageIds.push(...(await forgetReader(transaction, reader, now)));
    ids.push(reader.id);
  }
  for (const moving of await readMovingSubscribers(transaction)) {
    const { newEmail } = await openReader(records, moving);
    if (newEmail === null || normalEmail(newEmail) !== normalEmail(email)) continue;
    await updateSubscriber(transaction, moving.id, { newEmail: null });
    ids.push(moving.id);
  }
  return { ids, messageIds };
}

/** Removes a reader's row, and lets their links end nothing but what has ended. @returns what was sent to them. */
async function forgetReader(
  transaction: Transaction,
  { id }: Pick<Subscriber, 'id'>,
  now: number,
): Promise<string[]> {
  await retireTokens(transaction, id, now + LINK_MS);
  await deleteSubscriber(transaction, id);
  return forgetDeliveries(transaction, id);
}
