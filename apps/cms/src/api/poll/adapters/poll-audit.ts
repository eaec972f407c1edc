import { z } from 'zod';
import type { Connection, Transaction } from '../../../platform/jobs/database.ts';
import { type PollEvent, pollEventSchema } from '../domain/answers.ts';

const TABLE = 'passerelle_audit';

const subjectOf = (documentId: string): string => `poll/${documentId}`;

/** What happened to a poll; `actor` is null for what happens by itself. */
export interface PollAct {
  at: Date;
  actor: string | null;
  action: PollEvent['action'];
  detail: string | null;
}

/** Writes an act down, in the transaction that does it. */
export async function recordAct(transaction: Transaction, documentId: string, act: PollAct): Promise<void> {
  const { at, ...rest } = act;
  await transaction(TABLE).insert({ at: at.getTime(), subject: subjectOf(documentId), ...rest });
}

const rowsSchema = z.array(
  z.object({
    at: z.coerce.number().transform((at) => new Date(at).toISOString()),
    actor: z.string().nullable(),
    action: pollEventSchema.shape.action,
    detail: z.string().nullable(),
  }),
);

/** The acts of a poll, newest first. */
export async function readActs(
  connection: Connection | Transaction,
  documentId: string,
): Promise<PollEvent[]> {
  const rows = await connection(TABLE)
    .select('at', 'actor', 'action', 'detail')
    .where({ subject: subjectOf(documentId) })
    .orderBy('id', 'desc');
  return rowsSchema.parse(rows);
}
