import { pollCountsSchema } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { pollStanding } from '../domain/poll-standing.ts';
import type { PublishedRow } from './published-rows.ts';

const TABLE = 'passerelle_polls';

const instant = z.coerce
  .number()
  .nullable()
  .transform((at) => (at === null ? null : new Date(at).toISOString()));
const rowsSchema = z.array(
  z.object({
    document_id: z.string(),
    opened_at: instant,
    closed_at: instant,
    // SQLite keeps JSON as text.
    result: z.preprocess(
      (value) => (typeof value === 'string' ? JSON.parse(value) : value),
      pollCountsSchema.nullable(),
    ),
    hash: z.string().nullable(),
  }),
);

/** Gives each poll's row its `state` and `final`. A database without the table has opened no poll. */
export async function withStates(
  strapi: Core.Strapi,
  polls: readonly PublishedRow[],
): Promise<PublishedRow[]> {
  const documentIds = [...new Set(polls.map(({ documentId }) => documentId))];
  if (documentIds.length === 0) return [];
  // Within the caller's transaction: SQLite has no second connection to read by.
  const stored = await strapi.db.transaction(async ({ trx }) =>
    (await trx.schema.hasTable(TABLE))
      ? trx(TABLE)
          .select('document_id', 'opened_at', 'closed_at', 'result', 'hash')
          .whereIn('document_id', documentIds)
      : [],
  );
  const standings = new Map(
    rowsSchema
      .parse(stored)
      .map(({ document_id, opened_at, closed_at, result, hash }) => [
        document_id,
        pollStanding({ openedAt: opened_at, closedAt: closed_at, result, hash }),
      ]),
  );
  return polls.map((poll) => ({ ...poll, ...standings.get(poll.documentId) }));
}
