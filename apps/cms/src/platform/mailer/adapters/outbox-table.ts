import { z } from 'zod';
import type { Connection, Transaction } from '../../jobs/database.ts';

const TABLE = 'passerelle_mails';

/** Where the sealed content is kept: `open` needs it to be exactly this. */
export const contentPlace = (id: string) => ({ table: TABLE, row: id, field: 'content' });

/**
 * `waiting`: nobody has it. `sent`: the server has taken it. `failed`: it won't be sent. `uncertain`: the server was
 * given the content, and what it did with it isn't known; so is one that is being given right now.
 */
const mailStateSchema = z.enum(['waiting', 'sent', 'failed', 'uncertain']);
type MailState = z.infer<typeof mailStateSchema>;

const storedMailSchema = z
  .object({
    id: z.uuid(),
    template: z.string(),
    state: mailStateSchema,
    attempts: z.number(),
    at: z.coerce.number(),
    message_id: z.string(),
    content: z.string().nullable(),
  })
  .transform(({ at, message_id, ...mail }) => ({ ...mail, at: new Date(at), messageId: message_id }));
/** A mail of the outbox; its content is gone once it has been purged. */
export type StoredMail = z.output<typeof storedMailSchema>;

const idsSchema = z.array(z.object({ id: z.uuid() }));

/** Puts waiting mails in. @returns the ids that weren't there already. */
export async function insertMails(
  transaction: Transaction,
  mails: readonly { id: string; template: string; at: Date; messageId: string; content: string }[],
): Promise<string[]> {
  if (mails.length === 0) return [];
  const inserted = await transaction(TABLE)
    .insert(
      mails.map(({ id, template, at, messageId, content }) => ({
        ...{ id, template, content, state: 'waiting', attempts: 0 },
        at: at.getTime(),
        message_id: messageId,
      })),
    )
    .onConflict('id')
    .ignore()
    .returning('id');
  return idsSchema.parse(inserted).map(({ id }) => id);
}

export async function readMail(connection: Connection, id: string): Promise<StoredMail | null> {
  const row = await connection(TABLE).where({ id }).first();
  return row === undefined ? null : storedMailSchema.parse(row);
}

/** Mails whose content is kept, of some templates or all, asked for at `since` or later, by ascending id after `after`. */
export async function readKeptMails(
  connection: Connection | Transaction,
  {
    since,
    after,
    limit,
    templates,
  }: { since: Date; after: string; limit: number; templates?: readonly string[] | undefined },
): Promise<StoredMail[]> {
  const rows = await connection(TABLE)
    .whereNotNull('content')
    .where('at', '>=', since.getTime())
    .where('id', '>', after)
    .where((where) => (templates === undefined ? where : where.whereIn('template', [...templates])))
    .orderBy('id')
    .limit(limit);
  return z.array(storedMailSchema).parse(rows);
}

/** Forgets the content of mails; one that still waits won't be sent. */
export async function forgetContent(transaction: Transaction, ids: readonly string[]): Promise<void> {
  const own = () => transaction(TABLE).whereIn('id', ids);
  await own().where({ state: 'waiting' }).update({ state: 'failed', failure: 'erased' });
  await own().update({ content: null });
}

/** Forgets the content of a mail that isn't to be sent any more. */
export async function forgetSettled(connection: Connection, id: string): Promise<void> {
  await connection(TABLE).where({ id }).whereNot({ state: 'waiting' }).update({ content: null });
}

/** Counts an attempt. */
export async function countAttempt(connection: Connection, id: string): Promise<void> {
  await connection(TABLE).where({ id }).increment('attempts', 1);
}

/**
 * Notes that the content is about to leave: whatever happens from here on, the mail isn't sent again by itself.
 *
 * @throws when the mail doesn't wait any longer.
 */
export async function markHandedOver(connection: Connection, id: string): Promise<void> {
  const changed = await connection(TABLE).where({ id, state: 'waiting' }).update({ state: 'uncertain' });
  if (changed !== 1) throw new Error(`mail ${id} does not wait`);
}

/** Stores what became of a mail. One that was sent or has failed stays so. */
export async function storeOutcome(
  connection: Connection | Transaction,
  id: string,
  state: MailState,
  failure: string | null,
): Promise<void> {
  await connection(TABLE)
    .where({ id })
    .whereIn('state', ['waiting', 'uncertain'])
    .update({ state, failure: failure?.slice(0, 80) ?? null });
}

/** Forgets the content of mails older than `before`; one that still waits has failed. Returns how many. */
export async function purgeContent(connection: Connection, before: Date): Promise<number> {
  const old = (trx: Transaction) => trx(TABLE).where('at', '<', before.getTime());
  let purged = 0;
  await connection.transaction(async (trx) => {
    await old(trx).where({ state: 'waiting' }).update({ state: 'failed', failure: 'expired' });
    purged = await old(trx).whereNotNull('content').update({ content: null });
  });
  return purged;
}
