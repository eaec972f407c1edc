import { z } from 'zod';
import type { Connection, Transaction } from '../jobs/database.ts';

/** Something that was done, as it is kept for good: no personal data of visitors. */
export interface AuditEvent {
  at: Date;
  /** Who did it, as the admin names them; null for what happened by itself. */
  actor: string | null;
  /** What was done: `closed`, `alarm`. */
  action: string;
  /** What it was done to: a document id, or a kind and a name. */
  subject: string;
  detail: string | null;
}

const TABLE = 'passerelle_audit';

/** How many events of a subject are read, unless told otherwise. */
const READ_LIMIT = 1_000;

/** Adds an event, in the transaction of what it tells of. The database refuses to change it afterwards. */
export async function recordAudit(transaction: Transaction, event: AuditEvent): Promise<void> {
  await transaction(TABLE).insert({ ...event, at: event.at.getTime() });
}

const rowsSchema = z.array(
  z.object({
    at: z.coerce.number().transform((at) => new Date(at)),
    actor: z.string().nullable(),
    action: z.string(),
    subject: z.string(),
    detail: z.string().nullable(),
  }),
);

/** What is known of a subject, newest first. Within a transaction, pass that. */
export async function readAudit(
  connection: Connection | Transaction,
  subject: string,
  limit = READ_LIMIT,
): Promise<AuditEvent[]> {
  const rows = await connection(TABLE)
    .select('at', 'actor', 'action', 'subject', 'detail')
    .where({ subject })
    .orderBy('id', 'desc')
    .limit(limit);
  return rowsSchema.parse(rows);
}

/** What some actions were done to since an instant, each once. */
export async function readAuditSubjects(
  connection: Connection | Transaction,
  actions: readonly string[],
  since: Date,
): Promise<string[]> {
  const rows = await connection(TABLE)
    .distinct('subject')
    .whereIn('action', [...actions])
    .where('at', '>=', since.getTime())
    .limit(READ_LIMIT);
  return z
    .array(z.object({ subject: z.string() }))
    .parse(rows)
    .map(({ subject }) => subject);
}
