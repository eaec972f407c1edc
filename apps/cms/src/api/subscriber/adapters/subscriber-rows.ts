import { frequencySchema, localeSchema } from '@passerelle/contracts';
import { z } from 'zod';
import type { Connection, Transaction } from '../../../platform/jobs/database.ts';
import { askedAbout } from '../../../privacy/adapters/asked-about.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import { SUPPRESSIONS } from './suppression-rows.ts';

export const SUBSCRIBERS = 'passerelle_subscribers';

const instant = z.coerce.number();
const listSchema = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.array(z.string()));

const rowSchema = z
  .object({
    id: z.string(),
    email_index: z.string(),
    wrapped_key: z.string(),
    kid: z.string(),
    email: z.string(),
    new_email: z.string().nullable(),
    manage_token: z.string(),
    locale: localeSchema,
    topics: listSchema,
    programmes: listSchema,
    frequency: frequencySchema,
    status: z.enum(['pending', 'unproven', 'active', 'unsubscribed', 'suppressed']),
    paused_until: instant.nullable(),
    wording: z.string(),
    page: z.string(),
    form_version: z.string(),
    joined_at: instant,
    asked_at: instant,
    mailed_at: instant.nullable(),
    confirmed_at: instant.nullable(),
    ended_at: instant.nullable(),
    last_issue_at: instant.nullable(),
    evidence: z.string().nullable(),
  })
  .transform(
    (row): Subscriber => ({
      id: row.id,
      emailIndex: row.email_index,
      wrappedKey: row.wrapped_key,
      kid: row.kid,
      email: row.email,
      newEmail: row.new_email,
      manageToken: row.manage_token,
      locale: row.locale,
      topics: row.topics,
      programmes: row.programmes,
      frequency: row.frequency,
      status: row.status,
      pausedUntil: row.paused_until,
      wording: row.wording,
      page: row.page,
      formVersion: row.form_version,
      joinedAt: row.joined_at,
      askedAt: row.asked_at,
      mailedAt: row.mailed_at,
      confirmedAt: row.confirmed_at,
      endedAt: row.ended_at,
      lastIssueAt: row.last_issue_at,
      evidence: row.evidence,
    }),
  );

/** Columns of the fields that can be written. */
const COLUMN = {
  emailIndex: 'email_index',
  wrappedKey: 'wrapped_key',
  newEmail: 'new_email',
  manageToken: 'manage_token',
  pausedUntil: 'paused_until',
  formVersion: 'form_version',
  joinedAt: 'joined_at',
  askedAt: 'asked_at',
  mailedAt: 'mailed_at',
  confirmedAt: 'confirmed_at',
  endedAt: 'ended_at',
  lastIssueAt: 'last_issue_at',
} as const satisfies Partial<Record<keyof Subscriber, string>>;

function columnsOf(fields: Partial<Subscriber>): Record<string, string | number | null> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [
      Object.hasOwn(COLUMN, field) ? COLUMN[field as keyof typeof COLUMN] : field,
      Array.isArray(value) ? JSON.stringify(value) : value,
    ]),
  );
}

/** Puts readers in, but for those whose address has one already, in the order of their addresses' hashes. */
export async function insertSubscribers(
  transaction: Transaction,
  subscribers: readonly Subscriber[],
): Promise<void> {
  const inOrder = [...subscribers].sort((one, other) => (one.emailIndex < other.emailIndex ? -1 : 1));
  await transaction(SUBSCRIBERS).insert(inOrder.map(columnsOf)).onConflict('email_index').ignore();
}

/** Stores what readers have asked for and when they were last written to, in one statement. */
export async function updateAsked(transaction: Transaction, readers: readonly Subscriber[]): Promise<void> {
  const asked = readers.map(
    ({ id, locale, topics, programmes, frequency, wording, page, formVersion, askedAt, mailedAt }) =>
      columnsOf({
        ...{ id, locale, topics, programmes, frequency, wording, page, formVersion },
        ...{ askedAt, mailedAt },
      }),
  );
  const columns = Object.keys(asked[0] ?? {});
  // PostgreSQL takes a bare value of a list for text.
  const value = (column: string) => (column.endsWith('_at') ? 'CAST(? AS bigint)' : '?');
  const row = `(${columns.map(value).join(', ')})`;
  const changed = columns.filter((column) => column !== 'id');
  await transaction.raw(
    `WITH asked (${columns.join(', ')}) AS (VALUES ${asked.map(() => row).join(', ')})
     UPDATE ${SUBSCRIBERS} AS reader SET ${changed.map((column) => `${column} = asked.${column}`).join(', ')}
     FROM asked WHERE reader.id = asked.id`,
    asked.flatMap((values) => columns.map((column) => values[column] ?? null)),
  );
}

export async function updateSubscriber(
  transaction: Transaction,
  id: string,
  fields: Partial<Omit<Subscriber, 'id'>>,
): Promise<void> {
  await transaction(SUBSCRIBERS).where({ id }).update(columnsOf(fields));
}

export async function deleteSubscriber(transaction: Transaction, id: string): Promise<void> {
  await transaction(SUBSCRIBERS).where({ id }).delete();
}

/** The reader of an id or an address, kept from other transactions until this one ends. */
export async function lockSubscriber(
  transaction: Transaction,
  by: { id: string } | { email_index: string },
): Promise<Subscriber | null> {
  const query = transaction(SUBSCRIBERS).where(by);
  const [row] = await (isPostgres(transaction) ? query.forUpdate() : query);
  return row === undefined ? null : rowSchema.parse(row);
}

export async function readSubscriber(
  connection: Connection | Transaction,
  id: string,
): Promise<Subscriber | null> {
  const row = await connection(SUBSCRIBERS).where({ id }).first();
  return row === undefined ? null : rowSchema.parse(row);
}

/** The reader of an address, by its keyed hash. */
export async function readSubscriberOf(
  connection: Connection | Transaction,
  emailIndex: string,
): Promise<Subscriber | null> {
  const row = await connection(SUBSCRIBERS).where({ email_index: emailIndex }).first();
  return row === undefined ? null : rowSchema.parse(row);
}

/** The readers of some addresses, by their keyed hashes, kept from other transactions until this one ends. */
export async function lockSubscribersOf(
  transaction: Transaction,
  emailIndexes: readonly string[],
): Promise<ReadonlyMap<string, Subscriber>> {
  const query = transaction(SUBSCRIBERS).whereIn('email_index', [...emailIndexes]);
  const rows = await (isPostgres(transaction) ? query.orderBy('id').forUpdate() : query);
  return new Map(
    z
      .array(rowSchema)
      .parse(rows)
      .map((reader) => [reader.emailIndex, reader]),
  );
}

/** Readers who wait for another address to be confirmed. */
export async function readMovingSubscribers(connection: Connection | Transaction): Promise<Subscriber[]> {
  return z.array(rowSchema).parse(await connection(SUBSCRIBERS).whereNotNull('new_email'));
}

/** Readers by ascending id, after an id. */
export async function readSubscribersAfter(
  connection: Connection | Transaction,
  after: string,
  limit: number,
): Promise<Subscriber[]> {
  const rows = await connection(SUBSCRIBERS).where('id', '>', after).orderBy('id').limit(limit);
  return z.array(rowSchema).parse(rows);
}

/** The readers of these ids who are there. */
export async function readSubscribersOf(
  connection: Connection | Transaction,
  ids: readonly string[],
): Promise<Subscriber[]> {
  return z.array(rowSchema).parse(await connection(SUBSCRIBERS).whereIn('id', [...ids]));
}

/** Those of the ids who are active and not paused at an instant (ms), and whose address isn't suppressed. */
export async function wantingOf(
  transaction: Transaction,
  ids: readonly string[],
  now: number,
): Promise<Set<string>> {
  const rows = await transaction(SUBSCRIBERS)
    .select('id')
    .whereIn('id', [...ids])
    .where({ status: 'active' })
    .where((where) => where.whereNull('paused_until').orWhere('paused_until', '<=', now))
    .whereNotIn('email_index', transaction(SUPPRESSIONS).select('email_index'));
  return new Set(
    z
      .array(z.object({ id: z.string() }))
      .parse(rows)
      .map(({ id }) => id),
  );
}

export async function endSubscriber(transaction: Transaction, id: string, at: number): Promise<void> {
  await updateSubscriber(transaction, id, { status: 'suppressed', endedAt: at });
}

/** Notes up to which instant (ms) readers were told; never back. */
export async function noteIssue(
  transaction: Transaction,
  ids: readonly string[],
  until: number,
): Promise<void> {
  await transaction(SUBSCRIBERS)
    .whereIn('id', [...ids])
    .where((where) => where.whereNull('last_issue_at').orWhere('last_issue_at', '<', until))
    .update({ last_issue_at: until });
}

/**
 * Forgets those who never confirmed since one instant (ms), those who ended before another, and those who were imported
 * without evidence before a third; but for those whose person's request about their data is under way. @returns how many
 */
export async function deleteStale(
  transaction: Transaction,
  {
    askedBefore,
    endedBefore,
    importedBefore,
    now,
  }: { askedBefore: number; endedBefore: number; importedBefore: number; now: number },
): Promise<{ pending: number; ended: number; unproven: number }> {
  const stale = () => transaction(SUBSCRIBERS).whereNotIn('email_index', askedAbout(transaction, now));
  const pending = await stale().where({ status: 'pending' }).where('asked_at', '<', askedBefore).delete();
  const ended = await stale()
    .whereIn('status', ['unsubscribed', 'suppressed'])
    .where('ended_at', '<', endedBefore)
    .where('asked_at', '<', askedBefore)
    .delete();
  const unproven = await stale()
    .where({ status: 'unproven' })
    .where('asked_at', '<', importedBefore)
    .delete();
  return { pending, ended, unproven };
}

/** SQLite has one writer by itself. */
const isPostgres = (transaction: Transaction): boolean => transaction.client.config.client === 'pg';
