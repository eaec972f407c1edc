import { z } from 'zod';
import { type AuditEvent, readAudit, recordAudit } from '../../../platform/audit/audit.ts';
import type { Connection, Transaction } from '../../../platform/jobs/database.ts';
import { type PollEvent, pollEventSchema } from '../domain/answers.ts';

const subjectOf = (documentId: string): string => `poll/${documentId}`;

/** What happened to a poll; `actor` is null for what happens by itself. */
export type PollAct = Omit<AuditEvent, 'subject' | 'action'> & Pick<PollEvent, 'action'>;

/** Writes an act down, in the transaction that does it. */
export async function recordAct(transaction: Transaction, documentId: string, act: PollAct): Promise<void> {
  await recordAudit(transaction, { ...act, subject: subjectOf(documentId) });
}

const actsSchema = z.array(
  z.object({ ...pollEventSchema.shape, at: z.date().transform((at) => at.toISOString()) }),
);

/** The acts of a poll, newest first. */
export async function readActs(
  connection: Connection | Transaction,
  documentId: string,
): Promise<PollEvent[]> {
  return actsSchema.parse(await readAudit(connection, subjectOf(documentId)));
}
