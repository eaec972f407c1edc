import { z } from 'zod';
import type { Transaction } from '../../platform/jobs/database.ts';
import { isPostgres } from './dialect.ts';

const TABLE = 'passerelle_deliveries';

/** Rows per INSERT: SQLite takes 500, as Knex writes them. */
const CHUNK = 500;

export interface NewDelivery {
  reader: string;
  rendition: string;
  domain: string;
  messageId: string;
}

const leasedSchema = z.object({
  id: z.coerce.number(),
  issue: z.string(),
  reader: z.string(),
  rendition: z.string(),
  domain: z.string(),
  message_id: z.string(),
  attempts: z.coerce.number(),
});
const deliverySchema = leasedSchema.transform(({ message_id, ...delivery }) => ({
  ...delivery,
  messageId: message_id,
}));
/** A delivery that this process has taken up. */
export type Leased = z.output<typeof deliverySchema>;

const idsSchema = z.array(z.object({ id: z.coerce.number() }));

/** Whose a delivery is, and at what time. */
export interface Hold {
  holder: string;
  now: number;
  leaseUntil: number;
}

export async function insertDeliveries(
  trx: Transaction,
  issue: string,
  deliveries: readonly NewDelivery[],
  now: number,
): Promise<void> {
  for (let start = 0; start < deliveries.length; start += CHUNK) {
    const rows = deliveries.slice(start, start + CHUNK).map(({ messageId, ...delivery }) => ({
      ...delivery,
      issue,
      message_id: messageId,
      state: 'prepared',
      attempts: 0,
      next_at: now,
    }));
    await trx(TABLE).insert(rows);
  }
}

/**
 * Takes up what is due of what is being sent: of the smallest issue first, so that a few readers don't wait for many.
 *
 * @param apart domains that are left for later.
 */
export async function leaseDue(
  trx: Transaction,
  { holder, now, leaseUntil }: Hold,
  limit: number,
  apart: readonly string[],
): Promise<Leased[]> {
  const issues = await trx('passerelle_issues').where({ state: 'sending' }).orderBy('prepared').select('id');
  const leased: Leased[] = [];
  for (const { id } of z.array(z.object({ id: z.string() })).parse(issues)) {
    const left = limit - leased.length;
    if (left <= 0) break;
    const due = trx(TABLE)
      .where('issue', id)
      // Literally: SQLite uses the index of what is prepared for nothing else.
      .whereRaw("state = 'prepared'")
      .where('next_at', '<=', now)
      .whereNotIn('domain', [...apart])
      .orderBy(['next_at', 'id'])
      .limit(left)
      .select('id');
    const found = idsSchema.parse(await unlocked(due, trx));
    if (found.length === 0) continue;
    const rows = await trx(TABLE)
      .whereIn(
        'id',
        found.map((row) => row.id),
      )
      .where('state', 'prepared')
      .update({ state: 'leased', holder, lease_until: leaseUntil })
      .returning(Object.keys(leasedSchema.shape));
    leased.push(...z.array(deliverySchema).parse(rows));
  }
  return leased;
}

/**
 * Notes that the content of deliveries is about to leave.
 *
 * @returns the ids of those that may: of an issue that is being sent, and still this holder's.
 */
export async function markSending(
  trx: Transaction,
  holder: string,
  ids: readonly number[],
): Promise<Set<number>> {
  const rows = await trx(TABLE)
    .whereIn('id', [...ids])
    .where({ holder, state: 'leased' })
    .whereIn('issue', trx('passerelle_issues').where({ state: 'sending' }).select('id'))
    .update({ state: 'sending' })
    .returning('id');
  return new Set(idsSchema.parse(rows).map(({ id }) => id));
}

/** Settles deliveries of a holder for good. One that was given up as uncertain meanwhile is settled too. */
export async function settle(
  trx: Transaction,
  holder: string,
  ids: readonly number[],
  outcome: { state: 'sent' | 'failed' | 'uncertain'; failure: string | null },
): Promise<void> {
  await trx(TABLE)
    .whereIn('id', [...ids])
    .where({ holder })
    .whereIn('state', ['leased', 'sending', 'uncertain'])
    .update({ ...outcome, failure: outcome.failure?.slice(0, 80) ?? null, holder: null, lease_until: null })
    .increment('attempts', 1);
}

/** Settles what isn't wanted any longer. */
export async function skip(trx: Transaction, holder: string, ids: readonly number[]): Promise<void> {
  await trx(TABLE)
    .whereIn('id', [...ids])
    .where({ holder, state: 'leased' })
    .update({ state: 'skipped', failure: 'unwanted', holder: null, lease_until: null });
}

/** Puts a delivery of a holder back: it is certain that nobody has it. `failure` is null when that isn't its own. */
export async function giveBack(
  trx: Transaction,
  holder: string,
  ids: readonly number[],
  { failure, nextAt }: { failure: string | null; nextAt: number },
): Promise<void> {
  await trx(TABLE)
    .whereIn('id', [...ids])
    .where({ holder })
    .whereIn('state', ['leased', 'sending'])
    .update({ state: 'prepared', next_at: nextAt, failure, holder: null, lease_until: null })
    .increment('attempts', failure === null ? 0 : 1);
}

/** Lengthens what a holder has. */
export async function renew(trx: Transaction, holder: string, leaseUntil: number): Promise<void> {
  const held = trx(TABLE).where({ holder }).whereRaw("state IN ('leased', 'sending')").select('id');
  const ids = idsSchema.parse(await unlocked(held, trx)).map(({ id }) => id);
  await trx(TABLE).whereIn('id', ids).update({ lease_until: leaseUntil });
}

const lostSchema = z.array(z.object({ issue: z.string(), reader: z.string() }));

/**
 * Frees what holders had that have gone. What was only taken up is prepared again; what had begun to leave is uncertain.
 *
 * @returns the uncertain ones.
 */
export async function freeLost(trx: Transaction, now: number): Promise<z.infer<typeof lostSchema>> {
  const lost = async (state: 'leased' | 'sending') => {
    const found = trx(TABLE).whereRaw(`state = '${state}'`).where('lease_until', '<', now).select('id');
    return idsSchema.parse(await unlocked(found, trx)).map(({ id }) => id);
  };
  await trx(TABLE)
    .whereIn('id', await lost('leased'))
    .update({ state: 'prepared', holder: null, lease_until: null });
  // The holder stays noted: should it be there after all, it may still say how it ended.
  const rows = await trx(TABLE)
    .whereIn('id', await lost('sending'))
    .update({ state: 'uncertain', failure: 'cut off', lease_until: null })
    .returning(['issue', 'reader']);
  return lostSchema.parse(rows);
}

/** On PostgreSQL, what no other transaction is changing: two that wait for one another would be broken off. */
function unlocked(query: ReturnType<Transaction>, trx: Transaction) {
  return isPostgres(trx) ? query.forUpdate().skipLocked() : query;
}

const messagesSchema = z.array(z.object({ message_id: z.string() }));

/** In place of a domain that may name its person. No mail goes there: RFC 2606. */
const NO_DOMAIN = 'erased.invalid';

/** Leaves of what was sent to a reader only that it was. @returns its Message-IDs */
export async function forgetDeliveries(trx: Transaction, reader: string): Promise<string[]> {
  const sent = messagesSchema.parse(await trx(TABLE).where({ reader }).select('message_id'));
  await trx(TABLE).where({ reader }).update({ domain: NO_DOMAIN });
  return sent.map(({ message_id }) => message_id);
}
