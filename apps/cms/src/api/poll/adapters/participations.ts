import { z } from 'zod';
import type { Connection, Transaction } from '../../../platform/jobs/database.ts';

const TABLE = 'passerelle_poll_participations';
const HOURS = 'passerelle_poll_hours';
const HOUR_MS = 3_600_000;

/** That someone has voted, and when in ms; of the instant the hour is kept. */
export interface Participation {
  tag: Buffer;
  castAt: number;
}

const tagsSchema = z.array(z.object({ voter_tag: z.instanceof(Uint8Array) }));

/**
 * Writes down who has voted. Sorted, so that transactions with the same voters wait for each other in one order.
 *
 * @returns the tags in hexadecimal that were new; the others have voted before.
 */
export async function insertParticipations(
  transaction: Transaction,
  poll: string,
  participations: readonly Participation[],
): Promise<Set<string>> {
  const sorted = [...participations].sort((one, other) => Buffer.compare(one.tag, other.tag));
  const inserted = await transaction(TABLE)
    .insert(
      sorted.map(({ tag, castAt }) => ({
        poll,
        voter_tag: tag,
        hour: Math.floor(castAt / HOUR_MS) * HOUR_MS,
      })),
    )
    .onConflict(['poll', 'voter_tag'])
    .ignore()
    .returning('voter_tag');
  return new Set(tagsSchema.parse(inserted).map((row) => Buffer.from(row.voter_tag).toString('hex')));
}

/** Whether anyone has voted. */
export async function hasParticipations(
  connection: Connection | Transaction,
  poll: string,
): Promise<boolean> {
  return (await connection(TABLE).where({ poll }).first('hour')) !== undefined;
}

const hoursSchema = z.array(z.object({ hour: z.coerce.number(), ballots: z.coerce.number() }));

/** Ballots by the hour they were cast in (its beginning, in ms), oldest first; before the counting-out and after. */
export async function readHours(
  connection: Connection | Transaction,
  poll: string,
): Promise<{ hour: number; ballots: number }[]> {
  const kept = await connection(HOURS).select('hour', 'ballots').where({ poll }).orderBy('hour');
  if (kept.length > 0) return hoursSchema.parse(kept);
  const counted = await connection(TABLE)
    .select('hour')
    .count('* as ballots')
    .where({ poll })
    .groupBy('hour')
    .orderBy('hour');
  return hoursSchema.parse(counted);
}

/** Keeps the ballots by the hour, and forgets who cast them. Gives their number. */
export async function foldIntoHours(transaction: Transaction, poll: string): Promise<number> {
  const hours = await readHours(transaction, poll);
  if (hours.length > 0) await transaction(HOURS).insert(hours.map((row) => ({ poll, ...row })));
  await transaction(TABLE).where({ poll }).delete();
  return hours.reduce((sum, { ballots }) => sum + ballots, 0);
}

/** Forgets who has voted, and when. */
export async function deleteParticipations(transaction: Transaction, poll: string): Promise<void> {
  await transaction(TABLE).where({ poll }).delete();
  await transaction(HOURS).where({ poll }).delete();
}
