import {
  localeSchema,
  type PersonRequestStatus,
  personRequestKindSchema,
  personRequestStatusSchema,
  referenceSchema,
} from '@passerelle/contracts';
import { z } from 'zod';
import type { Connection, Transaction } from '../../platform/jobs/database.ts';

export const PERSON_REQUESTS = 'passerelle_person_requests';

/** PostgreSQL hands a bigint over as text. */
const instant = z.coerce.number();
const maybeInstant = z.preprocess((value) => value ?? null, instant.nullable());

const rowSchema = z
  .object({
    id: z.uuid(),
    reference: referenceSchema,
    kind: personRequestKindSchema,
    status: personRequestStatusSchema,
    language: localeSchema,
    received_at: instant,
    due_at: instant,
    confirm_until: maybeInstant,
    closed_at: maybeInstant,
    closed_by: z.string().nullable(),
    wrapped_key: z.string().nullable(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    message: z.string().nullable(),
    reason: z.string().nullable(),
    provision: z.string().nullable(),
    extended_at: maybeInstant,
    extension: z.string().nullable(),
    reminded: z.int(),
    fetch_until: maybeInstant,
    fetch_left: z.int(),
  })
  .transform(({ received_at, due_at, confirm_until, closed_at, closed_by, wrapped_key, ...row }) => {
    const {
      name,
      email,
      message,
      reason,
      provision,
      extension,
      extended_at,
      fetch_until,
      fetch_left,
      ...facts
    } = row;
    return {
      ...facts,
      receivedAt: received_at,
      dueAt: due_at,
      confirmUntil: confirm_until,
      closedAt: closed_at,
      closedBy: closed_by,
      wrappedKey: wrapped_key,
      extendedAt: extended_at,
      fetchUntil: fetch_until,
      fetchLeft: fetch_left,
      sealed: { name, email, message, reason, provision, extension },
    };
  });

/** A request as it is stored. Instants are milliseconds since 1970. */
export type PersonRequestRow = z.output<typeof rowSchema>;

/** A request; null when there is none. Kept from other transactions where `lock` says so. */
export async function readRequest(
  connection: Connection | Transaction,
  where: { id: string } | { confirm_hash: string } | { fetch_hash: string },
  { lock = false } = {},
): Promise<PersonRequestRow | null> {
  const query = connection(PERSON_REQUESTS).where(where).first();
  const row: unknown = await (lock ? query.forUpdate() : query);
  return row === undefined ? null : rowSchema.parse(row);
}

/** Most that are listed: more than a practice gets in the time that they are kept. */
const LISTED = 500;

/** The register: what is open first, then by due date. */
export async function readRequests(
  connection: Connection,
  status?: PersonRequestStatus,
): Promise<PersonRequestRow[]> {
  const query = connection(PERSON_REQUESTS);
  if (status !== undefined) query.where({ status });
  const rows = await query
    .orderByRaw(`CASE status WHEN 'open' THEN 0 WHEN 'unconfirmed' THEN 1 ELSE 2 END`)
    .orderBy(['due_at', 'id'])
    .limit(LISTED);
  return z.array(rowSchema).parse(rows);
}

/** Open requests that are due before an instant (ms) and whose officer was reminded less often than `stage` says. */
export async function lockUnreminded(
  transaction: Transaction,
  { dueBefore, stage }: { dueBefore: number; stage: number },
): Promise<PersonRequestRow[]> {
  const rows = await transaction(PERSON_REQUESTS)
    .where({ status: 'open' })
    .where('due_at', '<', dueBefore)
    .where('reminded', '<', stage)
    .orderBy(['due_at', 'id'])
    .limit(LISTED)
    .forUpdate();
  return z.array(rowSchema).parse(rows);
}

export async function markReminded(transaction: Transaction, id: string, stage: number): Promise<void> {
  await transaction(PERSON_REQUESTS).where({ id }).update({ reminded: stage });
}

/** Puts off the day on which a request is due; its officer is reminded of the new one. */
export async function putOff(
  transaction: Transaction,
  id: string,
  { dueAt, at, reason }: { dueAt: number; at: number; reason: string },
): Promise<void> {
  await transaction(PERSON_REQUESTS)
    .where({ id, status: 'open' })
    .update({ due_at: dueAt, extended_at: at, extension: reason, reminded: 0 });
}

/** The requests of an address, by its keyed hash, that haven't been erased. */
export async function readRequestsOf(
  connection: Connection | Transaction,
  emailIndex: string,
): Promise<PersonRequestRow[]> {
  const rows = await connection(PERSON_REQUESTS)
    .where({ email_index: emailIndex })
    .whereNotNull('wrapped_key')
    .orderBy(['received_at', 'id']);
  return z.array(rowSchema).parse(rows);
}

/** How many of an address wait for its confirmation since an instant (ms). */
export async function countWaiting(
  transaction: Transaction,
  emailIndex: string,
  since: number,
): Promise<number> {
  const row = await transaction(PERSON_REQUESTS)
    .where({ email_index: emailIndex, status: 'unconfirmed' })
    .where('received_at', '>', since)
    .count({ count: '*' })
    .first();
  return Number(row?.count ?? 0);
}

/** What is written of a request that has just come. */
export interface NewRequest {
  id: string;
  kind: string;
  language: string;
  receivedAt: number;
  dueAt: number;
  confirmHash: string;
  confirmUntil: number;
  wrappedKey: string;
  kid: string;
  emailIndex: string;
  sealed: { name: string; email: string; message: string; details: string };
}

/** Writes a request; false where another one has the reference. */
export async function insertRequest(
  transaction: Transaction,
  request: NewRequest,
  reference: string,
): Promise<boolean> {
  const rows = await transaction(PERSON_REQUESTS)
    .insert({
      id: request.id,
      reference,
      kind: request.kind,
      status: 'unconfirmed',
      language: request.language,
      received_at: request.receivedAt,
      due_at: request.dueAt,
      confirm_hash: request.confirmHash,
      confirm_until: request.confirmUntil,
      wrapped_key: request.wrappedKey,
      kid: request.kid,
      email_index: request.emailIndex,
      ...request.sealed,
    })
    .onConflict('reference')
    .ignore()
    .returning('id');
  return rows.length === 1;
}

export async function openRequest(transaction: Transaction, id: string): Promise<void> {
  await transaction(PERSON_REQUESTS).where({ id, status: 'unconfirmed' }).update({ status: 'open' });
}

/** What staff write when they close a request, sealed. */
interface SealedClosing {
  reason: string;
  provision: string | null;
}

/** Closes a request that is open. */
export async function closeRequest(
  transaction: Transaction,
  id: string,
  closing: { status: 'done' | 'refused'; at: number; by: string | null; sealed?: SealedClosing },
): Promise<void> {
  const { status, at, by, sealed } = closing;
  await transaction(PERSON_REQUESTS)
    .where({ id, status: 'open' })
    .update({ status, closed_at: at, closed_by: by, ...sealed });
}

/** Lets whoever has a secret fetch what is kept of a request's person. */
export async function letFetch(
  transaction: Transaction,
  id: string,
  { hash, until, times }: { hash: string; until: number; times: number },
): Promise<void> {
  await transaction(PERSON_REQUESTS)
    .where({ id })
    .update({ fetch_hash: hash, fetch_until: until, fetch_left: times });
}

/** Counts a fetch; false where none is left. */
export async function countFetch(transaction: Transaction, id: string): Promise<boolean> {
  const counted: number = await transaction(PERSON_REQUESTS)
    .where({ id })
    .where('fetch_left', '>', 0)
    .decrement('fetch_left', 1);
  return counted === 1;
}

/** Leaves of requests what names nobody: their kind, their times, and a keyed hash. */
export async function scrubRequests(transaction: Transaction, ids: readonly string[]): Promise<void> {
  await transaction(PERSON_REQUESTS).whereIn('id', ids).update({
    wrapped_key: null,
    kid: null,
    name: null,
    email: null,
    message: null,
    details: null,
    reason: null,
    provision: null,
    extension: null,
    confirm_hash: null,
    fetch_hash: null,
  });
}

/** Deletes those that never were confirmed and those closed long ago. @returns how many */
export async function deleteOld(
  transaction: Transaction,
  { receivedBefore, closedBefore }: { receivedBefore: number; closedBefore: number },
): Promise<number> {
  const unconfirmed = await transaction(PERSON_REQUESTS)
    .where({ status: 'unconfirmed' })
    .where('received_at', '<', receivedBefore)
    .delete();
  const closed = await transaction(PERSON_REQUESTS)
    .whereIn('status', ['done', 'refused'])
    .where('closed_at', '<', closedBefore)
    .delete();
  return unconfirmed + closed;
}
