import { answerSchema } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Transaction } from '../../../platform/jobs/database.ts';
import type { Decision, Fingerprinted } from '../domain/decisions.ts';

const TABLE = 'passerelle_submissions';
const HOUR_MS = 3_600_000;

const keySchema = z.object({ key_hash: z.string() });
/** SQLite's driver gives the rows of a raw statement, PostgreSQL's a result that has them. */
const returnedSchema = z.union([
  z.array(keySchema),
  z.object({ rows: z.array(keySchema) }).transform(({ rows }) => rows),
]);

/**
 * Takes the keys that are new, in one statement. On PostgreSQL it waits for a parallel transaction that is taking
 * one of them, and sees how that ended; SQLite has one writer by itself.
 *
 * @param firsts in the order in which everyone takes keys.
 * @returns the key hashes that were new.
 */
export async function takeKeys(
  transaction: Transaction,
  firsts: readonly Fingerprinted[],
  now: Date,
): Promise<Set<string>> {
  const hour = now.getTime() - (now.getTime() % HOUR_MS);
  const returned = await transaction.raw(
    `INSERT INTO ${TABLE} (key_hash, form, body_mac, at) VALUES ${firsts.map(() => '(?, ?, ?, ?)').join(', ')}
     ON CONFLICT (key_hash) DO NOTHING RETURNING key_hash`,
    firsts.flatMap(({ submission, print }) => [print.keyHash, submission.form, print.bodyMac, hour]),
  );
  return new Set(returnedSchema.parse(returned).map(({ key_hash }) => key_hash));
}

const decisionsSchema = z.array(
  z
    .object({
      key_hash: z.string(),
      form: z.string(),
      body_mac: z.string(),
      answer: z.string().transform((answer) => answerSchema.parse(JSON.parse(answer))),
    })
    .transform(({ key_hash, form, body_mac, answer }) => ({
      keyHash: key_hash,
      form,
      bodyMac: body_mac,
      answer,
    })),
);

/** What was decided of keys before. */
export async function readDecisions(
  transaction: Transaction,
  keyHashes: readonly string[],
): Promise<Decision[]> {
  if (keyHashes.length === 0) return [];
  const rows = await transaction(TABLE)
    .select('key_hash', 'form', 'body_mac', 'answer')
    .whereIn('key_hash', [...keyHashes]);
  return decisionsSchema.parse(rows);
}

/** Stores what was decided of keys taken in this transaction: one statement for each answer there is. */
export async function storeDecisions(
  transaction: Transaction,
  decisions: readonly Decision[],
): Promise<void> {
  const byAnswer = Map.groupBy(decisions, ({ answer }) => JSON.stringify(answer));
  for (const [answer, alike] of byAnswer) {
    await transaction(TABLE)
      .whereIn(
        'key_hash',
        alike.map(({ keyHash }) => keyHash),
      )
      .update({ answer });
  }
}

/** How long a key is known. */
const KEPT_DAYS = 30;

/**
 * Forgets the keys that are older than 30 days. An instant is known to the hour, so they are kept an hour more.
 *
 * `at` has no index, which would double what a submission costs to write: the table is gone through in 256 parts of
 * about the same size, since hashes are spread evenly, and others write in between.
 */
export async function purgeKeys(strapi: Core.Strapi, now: Date, signal: AbortSignal): Promise<void> {
  const before = now.getTime() - KEPT_DAYS * 24 * HOUR_MS - HOUR_MS;
  for (let part = 0; part < 256; part += 1) {
    signal.throwIfAborted();
    const prefix = part.toString(16).padStart(2, '0');
    // "g" follows the last hexadecimal digit.
    await strapi.db
      .connection(TABLE)
      .whereBetween('key_hash', [prefix, `${prefix}g`])
      .where('at', '<', before)
      .delete();
  }
}
