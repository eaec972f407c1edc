import { z } from 'zod';
import type { Connection, Transaction } from '../../../platform/jobs/database.ts';

const TABLE = 'passerelle_recognitions';

/** PostgreSQL hands a bigint over as text. */
const instant = z.coerce.number().nullable();

const rowSchema = z
  .object({
    document_id: z.string(),
    expires_on: z.string(),
    expired_at: instant,
    warned_days: z.number().nullable(),
  })
  .transform(({ document_id, expires_on, expired_at, warned_days }) => ({
    documentId: document_id,
    expiresOn: expires_on,
    expiredAt: expired_at,
    warnedDays: warned_days,
  }));

/** A recognition as it was last marked. */
export type RecognitionRow = z.output<typeof rowSchema>;

/** What is marked of a consultant; null when nothing is. */
export async function readRecognition(
  connection: Connection | Transaction,
  documentId: string,
): Promise<RecognitionRow | null> {
  const row = await connection(TABLE).where({ document_id: documentId }).first();
  return row === undefined ? null : rowSchema.parse(row);
}

/** What is marked of some consultants. */
export async function readRecognitions(
  connection: Connection | Transaction,
  documentIds: readonly string[],
): Promise<RecognitionRow[]> {
  const rows = await connection(TABLE).whereIn('document_id', [...documentIds]);
  return z.array(rowSchema).parse(rows);
}

/** Marks a recognition, in place of what was marked before. */
export async function writeRecognition(
  transaction: Transaction,
  { documentId, expiresOn, expiredAt, warnedDays }: RecognitionRow,
): Promise<void> {
  await transaction(TABLE)
    .insert({
      document_id: documentId,
      expires_on: expiresOn,
      expired_at: expiredAt,
      warned_days: warnedDays,
    })
    .onConflict('document_id')
    .merge();
}

/** Forgets what was marked of a consultant who has no recognition, or is gone. */
export async function dropRecognition(transaction: Transaction, documentId: string): Promise<void> {
  await transaction(TABLE).where({ document_id: documentId }).delete();
}
