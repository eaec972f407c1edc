import { z } from 'zod';
import type { Connection, Transaction } from '../../platform/jobs/database.ts';
import type { Head, Link } from '../domain/chain.ts';

const EVENTS = 'passerelle_consent_events';
const HEAD = 'passerelle_consent_head';

/** How many events are read at once. */
const PAGE = 1_000;

/** Where the ledger says that it ends. `seal` is a keyed hash of it; null before the first event. */
export type SealedHead = Head & { seal: string | null };

const count = z.coerce.number().pipe(z.int());
const headSchema = z.object({ sequence: count, hash: z.string(), seal: z.string().nullable() });

const linksSchema = z.array(
  z
    .object({
      sequence: count,
      at: count,
      kind: z.string(),
      purpose: z.string(),
      person: z.string(),
      wording: z.string().nullable(),
      locale: z.string(),
      page: z.string().nullable(),
      form_version: z.string().nullable(),
      actor: z.string(),
      detail: z.string().nullable(),
      hash: z.string(),
    })
    .transform(({ form_version, ...link }): Link => ({ ...link, formVersion: form_version })),
);

/** Where the ledger ends; nobody else adds to it until the transaction ends. SQLite has one writer by itself. */
export async function lockHead(transaction: Transaction): Promise<SealedHead> {
  const query = transaction(HEAD).select('sequence', 'hash', 'seal').where({ id: 1 });
  const locked = transaction.client.config.client === 'pg' ? query.forUpdate() : query;
  return headSchema.parse(await locked.first());
}

/** Adds events, and says where the ledger ends with them. After `lockHead`, in the same transaction. */
export async function insertLinks(
  transaction: Transaction,
  links: readonly Link[],
  { sequence, hash, seal }: SealedHead,
): Promise<void> {
  await transaction(EVENTS).insert(
    links.map(({ formVersion, ...columns }) => ({ ...columns, form_version: formVersion })),
  );
  await transaction(HEAD).where({ id: 1 }).update({ sequence, hash, seal });
}

const endsSchema = headSchema.extend({ last: count });

/** Where the ledger says that it ends, and the number of its last event: of one moment, as one statement reads. */
export async function readEnds(
  connection: Connection | Transaction,
): Promise<{ head: SealedHead; last: number }> {
  const row = await connection(HEAD)
    .select('sequence', 'hash', 'seal')
    .select(connection.raw(`(SELECT coalesce(max(sequence), 0) FROM ${EVENTS}) AS last`))
    .where({ id: 1 })
    .first();
  const { last, ...head } = endsSchema.parse(row);
  return { head, last };
}

/** Events after `sequence` up to `last`, in their order: a thousand at most. */
export async function readLinks(
  connection: Connection | Transaction,
  sequence: number,
  last: number,
): Promise<Link[]> {
  const rows = await connection(EVENTS)
    .where('sequence', '>', sequence)
    .andWhere('sequence', '<=', last)
    .orderBy('sequence')
    .limit(PAGE);
  return linksSchema.parse(rows);
}

/** A person's events, the first one first. */
export async function readLinksOf(connection: Connection | Transaction, person: string): Promise<Link[]> {
  return linksSchema.parse(await connection(EVENTS).where({ person }).orderBy('sequence'));
}

const hashesSchema = z.array(z.object({ sequence: count, hash: z.string() }));

/** The hashes of events by their numbers. */
export async function readHashes(
  connection: Connection | Transaction,
  sequences: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const rows = await connection(EVENTS)
    .select('sequence', 'hash')
    .whereIn('sequence', [...sequences]);
  return new Map(hashesSchema.parse(rows).map(({ sequence, hash }) => [sequence, hash]));
}
