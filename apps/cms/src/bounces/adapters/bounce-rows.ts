import { z } from 'zod';
import type { Transaction } from '../../platform/jobs/database.ts';
import type { Verdict } from '../domain/report.ts';

const BOUNCES = 'passerelle_bounces';

/** How a report was heard of. */
export type BounceSource = 'folder' | 'mailbox' | 'webhook';

export interface Bounce {
  /** Of the mail, with its angle brackets. */
  messageId: string;
  kind: Exclude<Verdict['kind'], 'receipt'>;
  /** A subscriber's id. */
  reader: string;
  /** RFC 3463; null for a complaint. */
  status: string | null;
  source: BounceSource;
  /** Milliseconds since 1970. */
  at: number;
}

/** @returns false when one of this kind is known of this mail. */
export async function insertBounce(trx: Transaction, { messageId, ...bounce }: Bounce): Promise<boolean> {
  const inserted = await trx(BOUNCES)
    .insert({ message_id: messageId, ...bounce })
    .onConflict(['message_id', 'kind'])
    .ignore()
    .returning('kind');
  return inserted.length > 0;
}

/** How many mails to a reader have come to nothing since an instant (ms), with failures that may pass. */
export async function countSoft(trx: Transaction, reader: string, since: number): Promise<number> {
  const rows = await trx(BOUNCES)
    .where({ reader, kind: 'soft' })
    .where('at', '>=', since)
    .count('* as count');
  return z.tuple([z.object({ count: z.coerce.number() })]).parse(rows)[0].count;
}

export async function deleteBounces(trx: Transaction, before: number): Promise<void> {
  await trx(BOUNCES).where('at', '<', before).delete();
}

const DELIVERIES = 'passerelle_deliveries';

const stateSchema = z.enum(['sending', 'sent', 'bounced', 'uncertain']);
const deliverySchema = z.object({
  issue: z.string(),
  reader: z.string(),
  message_id: z.string(),
  state: stateSchema,
});

/** A mail that has left, or may have. */
export interface LeftMail {
  issue: string;
  reader: string;
  messageId: string;
  state: z.infer<typeof stateSchema>;
}

/** Finds a mail of ours by any of some `Message-ID`s; null when none of them has left here. */
export async function findLeftMail(
  trx: Transaction,
  messageIds: readonly string[],
): Promise<LeftMail | null> {
  if (messageIds.length === 0) return null;
  const row = await trx(DELIVERIES)
    .whereIn('message_id', [...messageIds])
    .whereIn('state', stateSchema.options)
    .first(Object.keys(deliverySchema.shape));
  if (row === undefined) return null;
  const { message_id: messageId, ...mail } = deliverySchema.parse(row);
  return { ...mail, messageId };
}

/**
 * Notes that a mail came back, or, as `sent`, that a server has it: nobody has to decide about one that was uncertain.
 *
 * @returns whether that is news: one that is known to have been sent, or whose sending is under way, stays so.
 */
export async function settleLeftMail(
  trx: Transaction,
  { messageId }: LeftMail,
  state: 'sent' | 'bounced',
): Promise<boolean> {
  const settled = await trx(DELIVERIES)
    .where({ message_id: messageId })
    .whereIn('state', state === 'sent' ? ['uncertain'] : ['sending', 'sent', 'uncertain'])
    .update({ state, failure: null, holder: null, lease_until: null });
  return settled > 0;
}
