import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Transaction } from '../../../platform/jobs/database.ts';

/** Somebody of the staff read or took away what is of persons. */
export interface Reading {
  at: Date;
  actor: string;
  action: 'inquiry-read' | 'inquiries-listed' | 'inquiries-exported';
  /** References, which say nothing of a person by themselves. */
  references: readonly string[];
  reason?: string;
}

/** Writes it down, in the transaction that reads: nothing is read that isn't on record. */
export async function recordReading(
  transaction: Transaction,
  { at, actor, action, references, reason }: Reading,
): Promise<void> {
  const [only] = references;
  await recordAudit(transaction, {
    at,
    actor,
    action,
    subject: action === 'inquiry-read' && only !== undefined ? `inquiry/${only}` : 'inquiries',
    detail: JSON.stringify({ references, ...(reason !== undefined && { reason }) }),
  });
}
