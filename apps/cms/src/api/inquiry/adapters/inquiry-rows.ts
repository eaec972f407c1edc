import { z } from 'zod';
import type { Connection, Transaction } from '../../../platform/jobs/database.ts';
import { type InquiryState, inquiryStateSchema } from '../domain/inquiry.ts';

export const INQUIRIES = 'passerelle_inquiries';

/** PostgreSQL hands a bigint over as text. */
const instant = z.coerce.number();
const maybeInstant = z.preprocess((value) => value ?? null, instant.nullable());
const json = z.string().transform((text): unknown => JSON.parse(text));
/** SQLite has 0 and 1. */
const truth = z.union([z.boolean(), z.number().transform((value) => value === 1)]);

const rowSchema = z
  .object({
    id: z.string(),
    reference: z.string(),
    version: z.number(),
    status: z.string(),
    priority: z.string(),
    assignee: z.number().nullable(),
    language: z.string(),
    programme: z.string().nullable(),
    tags: json,
    suspicions: json,
    received_at: instant,
    changed_at: instant,
    due_at: maybeInstant,
    paused_at: maybeInstant,
    left_ms: maybeInstant,
    paused_ms: instant,
    responded_at: maybeInstant,
    response_minutes: z.number().nullable(),
    legal_hold: truth,
    confirm_until: maybeInstant,
    wrapped_key: z.string(),
    name: z.string(),
    email: z.string(),
    telephone: z.string().nullable(),
    country: z.string().nullable(),
    message: z.string(),
    details: z.string(),
    next_action: z.string().nullable(),
  })
  .transform((row) => ({
    state: inquiryStateSchema.parse({
      ...row,
      receivedAt: row.received_at,
      changedAt: row.changed_at,
      due: { dueAt: row.due_at, pausedAt: row.paused_at, left: row.left_ms, paused: row.paused_ms },
      respondedAt: row.responded_at,
      responseMinutes: row.response_minutes,
      legalHold: row.legal_hold,
    }),
    confirmUntil: row.confirm_until,
    wrappedKey: row.wrapped_key,
    sealed: {
      name: row.name,
      email: row.email,
      telephone: row.telephone,
      country: row.country,
      message: row.message,
      details: row.details,
      next_action: row.next_action,
    },
  }));

/** An inquiry as it is stored. */
export type InquiryRow = z.output<typeof rowSchema>;

export const parseInquiryRows = (rows: unknown): InquiryRow[] => z.array(rowSchema).parse(rows);

/** An inquiry; null when there is none. */
export async function readInquiry(
  connection: Connection | Transaction,
  where: { id: string } | { confirm_hash: string },
): Promise<InquiryRow | null> {
  const row = await connection(INQUIRIES).where(where).first();
  return row === undefined ? null : rowSchema.parse(row);
}

/** The same, and keeps everybody else from changing it until the transaction ends. */
export async function lockInquiry(
  transaction: Transaction,
  where: { id: string } | { confirm_hash: string },
): Promise<InquiryRow | null> {
  // On SQLite, which has one writer by itself, Knex leaves the lock out.
  const row = await transaction(INQUIRIES).where(where).first().forUpdate();
  return row === undefined ? null : rowSchema.parse(row);
}

/** The inquiries of an address, by its keyed hash, oldest first; kept from other transactions where `lock` says so. */
export async function readInquiriesOf(
  connection: Connection | Transaction,
  emailIndex: string,
  { lock = false } = {},
): Promise<InquiryRow[]> {
  const query = connection(INQUIRIES).where({ email_index: emailIndex }).orderBy(['received_at', 'id']);
  return parseInquiryRows(await (lock ? query.forUpdate() : query));
}

const countSchema = z.object({ count: z.coerce.number() });

/** How many inquiries of an address have come since an instant without being confirmed. */
export async function countUnconfirmed(
  transaction: Transaction,
  emailIndex: string,
  since: number,
): Promise<number> {
  const row: unknown = await transaction(INQUIRIES)
    .where({ email_index: emailIndex, status: 'unconfirmed' })
    .andWhere('received_at', '>=', since)
    .count({ count: '*' })
    .first();
  return countSchema.parse(row).count;
}

/** What may change of an inquiry. */
export type InquiryChange = Partial<
  Pick<
    InquiryState,
    | 'status'
    | 'priority'
    | 'assignee'
    | 'programme'
    | 'tags'
    | 'due'
    | 'respondedAt'
    | 'responseMinutes'
    | 'legalHold'
  >
> & { nextAction?: string | null };

/**
 * Changes an inquiry that is as it was read, and raises its version.
 *
 * @returns false when somebody else has changed it since: nothing is done.
 */
export async function changeInquiry(
  transaction: Transaction,
  { id, version }: Pick<InquiryState, 'id' | 'version'>,
  change: InquiryChange,
  at: number,
): Promise<boolean> {
  const { tags, due, respondedAt, responseMinutes, legalHold, nextAction, ...columns } = change;
  const changed: number = await transaction(INQUIRIES)
    .where({ id, version })
    .update({
      ...columns,
      ...(tags && { tags: JSON.stringify(tags) }),
      ...(due && {
        due_at: due.dueAt,
        paused_at: due.pausedAt,
        left_ms: due.left,
        paused_ms: due.paused,
      }),
      ...(respondedAt !== undefined && { responded_at: respondedAt }),
      ...(responseMinutes !== undefined && { response_minutes: responseMinutes }),
      ...(legalHold !== undefined && { legal_hold: legalHold }),
      ...(nextAction !== undefined && { next_action: nextAction }),
      version: version + 1,
      changed_at: at,
    });
  return changed === 1;
}
