import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Connection, Transaction } from '../../../platform/jobs/database.ts';
import type { MailedToken, TokenPurpose } from '../domain/tokens.ts';
import { SUBSCRIBERS } from './subscriber-rows.ts';

const TABLE = 'passerelle_subscriber_tokens';

const rowSchema = z
  .object({
    subscriber: z.string(),
    purpose: z.enum(['confirm', 'change-address', 'manage', 'unsubscribe']),
    email_index: z.string().nullable(),
    expires_at: z.coerce.number().nullable(),
    used_at: z.coerce.number().nullable(),
  })
  .transform(
    ({ subscriber, purpose, email_index, expires_at, used_at }): MailedToken => ({
      subscriber,
      purpose,
      emailIndex: email_index,
      expiresAt: expires_at,
      usedAt: used_at,
    }),
  );

/** Tokens have 256 random bits: their plain SHA-256 tells nothing of them. */
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** A token that is mailed. Instants are milliseconds since 1970. */
export interface NewToken {
  token: string;
  subscriber: string;
  purpose: TokenPurpose;
  /** The address that a `change-address` token confirms, as a blind index. */
  emailIndex?: string;
  createdAt: number;
  expiresAt: number | null;
}

/** Takes note of tokens that are mailed; one that is known already stays as it is. */
export async function insertTokens(transaction: Transaction, tokens: readonly NewToken[]): Promise<void> {
  await transaction(TABLE)
    .insert(
      tokens.map(({ token, subscriber, purpose, emailIndex, createdAt, expiresAt }) => ({
        ...{ hash: hashOf(token), subscriber, purpose },
        email_index: emailIndex ?? null,
        created_at: createdAt,
        expires_at: expiresAt,
        used_at: null,
      })),
    )
    .onConflict('hash')
    .ignore();
}

export async function readToken(
  connection: Connection | Transaction,
  token: string,
): Promise<MailedToken | null> {
  const row = await connection(TABLE)
    .where({ hash: hashOf(token) })
    .first();
  return row === undefined ? null : rowSchema.parse(row);
}

/** Uses a token up, once. False when it was used already. */
export async function spendToken(transaction: Transaction, token: string, at: number): Promise<boolean> {
  const used = await transaction(TABLE)
    .where({ hash: hashOf(token) })
    .whereNull('used_at')
    .update({ used_at: at });
  return used === 1;
}

/** Leaves the links that were mailed to an address good for one thing: to end. */
export async function narrowTokens(
  transaction: Transaction,
  subscriber: string,
  expiresAt: number,
): Promise<void> {
  await transaction(TABLE)
    .where({ subscriber, purpose: 'manage' })
    .update({ purpose: 'unsubscribe', expires_at: expiresAt });
}

/** Removes what could bring a reader who is gone back; the links that end are kept for as long as they must answer. */
export async function retireTokens(
  transaction: Transaction,
  subscriber: string,
  expiresAt: number,
): Promise<void> {
  const own = () => transaction(TABLE).where({ subscriber });
  await own().whereIn('purpose', ['confirm', 'change-address']).delete();
  await own().update({ expires_at: expiresAt });
}

/** Gives the links of readers who aren't there any more an end. */
export async function retireOrphans(transaction: Transaction, expiresAt: number): Promise<void> {
  await transaction(TABLE)
    .whereNull('expires_at')
    .whereNotIn('subscriber', transaction(SUBSCRIBERS).select('id'))
    .update({ expires_at: expiresAt });
}

/** Forgets tokens that have expired before an instant (ms). @returns how many */
export async function deleteTokens(transaction: Transaction, expiredBefore: number): Promise<number> {
  return await transaction(TABLE).where('expires_at', '<', expiredBefore).delete();
}
