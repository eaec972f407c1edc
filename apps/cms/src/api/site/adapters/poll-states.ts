import { pollCountsSchema, pollHashSchema } from '@passerelle/contracts';
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
    result: z
      .string()
      .transform((text): unknown => JSON.parse(text))
      .pipe(pollCountsSchema)
      .nullable(),
    hash: pollHashSchema.nullable(),
  }),
);

/** What an editor left empty has its meaning: see `domain/stored-entries.ts`. */
const limitsSchema = z.object({
  resultsMode: z.string().nullish(),
  minVotesToShow: z
    .number()
    .nullish()
    .transform((votes) => votes ?? 10),
});

/** Gives each poll's row its `state` and `final`; a poll without a row here has never opened. */
export async function withStates(
  strapi: Core.Strapi,
  polls: readonly PublishedRow[],
): Promise<PublishedRow[]> {
  const documentIds = [...new Set(polls.map(({ documentId }) => documentId))];
  if (documentIds.length === 0) return [];
  // Within the caller's transaction: SQLite has no second connection to read by.
  const stored = await strapi.db.transaction(({ trx }) =>
    trx(TABLE)
      .select('document_id', 'opened_at', 'closed_at', 'result', 'hash')
      .whereIn('document_id', documentIds),
  );
  const courses = new Map(
    rowsSchema
      .parse(stored)
      .map(({ document_id, opened_at, closed_at, result, hash }) => [
        document_id,
        { openedAt: opened_at, closedAt: closed_at, result, hash },
      ]),
  );
  return polls.map((poll) => {
    const course = courses.get(poll.documentId);
    return course === undefined ? poll : { ...poll, ...pollStanding(course, limitsSchema.parse(poll)) };
  });
}
