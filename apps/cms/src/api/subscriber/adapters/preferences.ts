import { parseDate } from '@internationalized/date';
import type { RefusalCode, SubmissionOf } from '@passerelle/contracts';
import type { Transaction } from '../../../platform/jobs/database.ts';
import { managedReader } from './managed-reader.ts';
import type { NewsletterSetting } from './newsletter-setting.ts';
import type { Times } from './one-by-one.ts';
import { recordConsent } from './record-consent.ts';
import { openReader } from './sealed-reader.ts';
import { updateSubscriber } from './subscriber-rows.ts';

/** A pause ends with the night before its day, where the newsroom is. */
const TIME_ZONE = 'America/Toronto';
const LONGEST_PAUSE_MS = 366 * 86_400_000;

/** Stores what a reader wants from now on: topics, programmes, frequency, language, a pause. */
export async function changePreferences(
  setting: NewsletterSetting,
  transaction: Transaction,
  { body, locale }: SubmissionOf<'newsletter-preferences'>,
  { sentAt, now }: Times,
): Promise<RefusalCode | null> {
  const reader = await managedReader(transaction, body.token, now);
  if (reader === null) return 'unknown-subject';
  if (reader.status !== 'active') return 'closed';
  const pausedUntil =
    body.pausedUntil === null ? null : parseDate(body.pausedUntil).toDate(TIME_ZONE).getTime();
  if (pausedUntil !== null && pausedUntil - now > LONGEST_PAUSE_MS) return 'invalid';
  const { topics, programmes, frequency } = body;
  await updateSubscriber(transaction, reader.id, {
    ...{ topics, programmes, frequency, pausedUntil },
    locale: body.locale,
  });
  const { email } = await openReader(setting.records, reader);
  const detail = {
    frequency,
    topics: topics.length,
    programmes: programmes.length,
    locale: body.locale,
    paused: pausedUntil !== null,
  };
  await recordConsent(setting, transaction, reader, { kind: 'changed', email, locale, at: sentAt, detail });
  return null;
}
