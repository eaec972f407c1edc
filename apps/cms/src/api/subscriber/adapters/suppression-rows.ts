import { z } from 'zod';
import type { Connection, Transaction } from '../../../platform/jobs/database.ts';

export const SUPPRESSIONS = 'passerelle_suppressions';

/** Why an address isn't written to: its server doesn't know it, its reader complained, or somebody asked for it. */
const suppressionReasonSchema = z.enum(['bounced', 'complained', 'asked']);
export type SuppressionReason = z.infer<typeof suppressionReasonSchema>;
const suppressionSchema = z.object({ reason: suppressionReasonSchema, at: z.coerce.number() });

/** Has an address, by its blind index, not written to any more. What is suppressed stays so, for its first reason. */
export async function insertSuppression(
  transaction: Transaction,
  suppression: { emailIndex: string; reason: SuppressionReason; at: number },
): Promise<void> {
  const { emailIndex, reason, at } = suppression;
  await transaction(SUPPRESSIONS)
    .insert({ email_index: emailIndex, reason, at })
    .onConflict('email_index')
    .ignore();
}

/** Lets an address be written to again. @returns why it wasn't; null when it was not suppressed */
export async function deleteSuppression(
  transaction: Transaction,
  emailIndex: string,
): Promise<SuppressionReason | null> {
  const suppression = await readSuppression(transaction, emailIndex);
  await transaction(SUPPRESSIONS).where({ email_index: emailIndex }).del();
  return suppression?.reason ?? null;
}

/** Since when (ms), and why, an address isn't written to; null where it may be. */
export async function readSuppression(
  connection: Connection | Transaction,
  emailIndex: string,
): Promise<{ reason: SuppressionReason; at: number } | null> {
  const row = await connection(SUPPRESSIONS).where({ email_index: emailIndex }).first('reason', 'at');
  return row === undefined ? null : suppressionSchema.parse(row);
}

export async function isSuppressed(
  connection: Connection | Transaction,
  emailIndex: string,
): Promise<boolean> {
  return (await readSuppression(connection, emailIndex)) !== null;
}

/** Those of these blind indexes that are suppressed. */
export async function suppressedOf(
  connection: Connection | Transaction,
  emailIndexes: readonly string[],
): Promise<Set<string>> {
  const rows = await connection(SUPPRESSIONS)
    .select('email_index')
    .whereIn('email_index', [...emailIndexes]);
  return new Set(
    z
      .array(z.object({ email_index: z.string() }))
      .parse(rows)
      .map(({ email_index }) => email_index),
  );
}
