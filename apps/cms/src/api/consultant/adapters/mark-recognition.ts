import type { Core } from '@strapi/strapi';
import type { Alarm } from '../../../platform/alarm.ts';
import type { Transaction } from '../../../platform/jobs/database.ts';
import type { Clock } from '../../../platform/jobs/settings.ts';
import { daysLeft, dueWarning, quebecDay, recognitionState } from '../domain/recognition.ts';
import { readConsultants } from './consultants.ts';
import {
  dropRecognition,
  type RecognitionRow,
  readRecognition,
  writeRecognition,
} from './recognition-rows.ts';

/** What marking a recognition works with. */
export interface MarkSetting {
  strapi: Core.Strapi;
  clock: Clock;
  /** Tells people, in the transaction it is called in. */
  alarm: (alarm: Alarm) => Promise<void>;
}

/**
 * Marks how a consultant's recognition stands today, and tells staff of an end that comes near or has come. The
 * transaction is that of `strapi.db.transaction`.
 *
 * @returns whether the public state is another than before.
 */
export async function markRecognition(
  { strapi, clock, alarm }: MarkSetting,
  transaction: Transaction,
  documentId: string,
): Promise<boolean> {
  const before = await readRecognition(transaction, documentId);
  const [consultant] = await readConsultants(strapi, documentId);
  const expiresOn = consultant?.expiresOn ?? null;
  if (expiresOn === null) {
    if (before !== null) await dropRecognition(transaction, documentId);
    return before !== null;
  }
  const now = clock();
  const today = quebecDay(now);
  // Another end is another recognition: it is warned of anew.
  const same = before?.expiresOn === expiresOn ? before : null;
  const expired = recognitionState(expiresOn, today) === 'expired';
  const warning = dueWarning(expiresOn, today, same?.warnedDays ?? null);
  const marked: RecognitionRow = {
    documentId,
    expiresOn,
    expiredAt: expired ? (same?.expiredAt ?? now.getTime()) : null,
    warnedDays: warning ?? same?.warnedDays ?? null,
  };
  await writeRecognition(transaction, marked);

  const about = { at: now.toISOString(), documentId };
  if (expired && (same === null || same.expiredAt === null)) {
    await alarm({ code: 'recognition-expired', ...about });
  }
  if (warning !== null) {
    await alarm({ code: 'recognition-ending', ...about, daysLeft: daysLeft(expiresOn, today) });
  }
  return before === null || (before.expiredAt === null) === expired;
}
