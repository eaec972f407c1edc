import type { Core } from '@strapi/strapi';
import { raiseAlarm } from '../../../platform/alarm.ts';
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

/**
 * Marks how a consultant's recognition stands today, and tells staff of an end that comes near or has come. The
 * transaction is that of `strapi.db.transaction`.
 *
 * @returns whether the public state is another than before.
 */
export async function markRecognition(
  { strapi, clock }: { strapi: Core.Strapi; clock: Clock },
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

  const alarm = { at: now.toISOString(), documentId };
  if (expired && same?.expiredAt == null) await raiseAlarm(strapi, { code: 'recognition-expired', ...alarm });
  if (warning !== null) {
    const left = daysLeft(expiresOn, today);
    await raiseAlarm(strapi, { code: 'recognition-ending', ...alarm, daysLeft: left });
  }
  return before === null || (before.expiredAt === null) === expired;
}
