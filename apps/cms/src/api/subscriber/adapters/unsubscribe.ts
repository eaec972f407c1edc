import type { RefusalCode, SubmissionOf } from '@passerelle/contracts';
import type { Transaction } from '../../../platform/jobs/database.ts';
import { ends } from '../domain/tokens.ts';
import type { NewsletterSetting } from './newsletter-setting.ts';
import type { Times } from './one-by-one.ts';
import { lockSubscriber } from './subscriber-rows.ts';
import { readToken } from './token-rows.ts';
import { withdraw } from './withdraw.ts';

/** Ends a subscription at once. To end one that has ended, or whose reader is gone, is taken too (L3). */
export async function unsubscribe(
  setting: NewsletterSetting,
  transaction: Transaction,
  { body, locale }: SubmissionOf<'newsletter-unsubscribe'>,
  { sentAt, now }: Times,
): Promise<RefusalCode | null> {
  const token = await readToken(transaction, body.token);
  if (!ends(token)) return 'unknown-subject';
  const reader = await lockSubscriber(transaction, { id: token.subscriber });
  if (reader !== null) await withdraw(setting, transaction, reader, { locale, at: sentAt, now });
  return null;
}
