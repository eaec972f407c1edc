import { z } from 'zod';
import { entryKindSchema, entrySchema } from '../content/entries.ts';
import { documentIdSchema, localeSchema } from '../content/primitives.ts';

/**
 * How the site keeps a copy of the published content.
 *
 * A revision numbers the committed changes of one CMS database, without a later one ever
 * appearing before an earlier one. `epoch` names that database: after a restore or a move it
 * differs, and the copy is read again from the start.
 */
export const revisionSchema = z.int().nonnegative();
export const epochSchema = z.uuid();

/** `GET /api/site/revision` */
export const revisionResponseSchema = z.object({ epoch: epochSchema, revision: revisionSchema });
export type RevisionResponse = z.infer<typeof revisionResponseSchema>;

/** `GET /api/site/entries?kind=&after=&limit=`: one kind by ascending key, all locales. */
export const entriesQuerySchema = z.strictObject({
  kind: entryKindSchema,
  after: z.coerce.number().int().nonnegative().default(0),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});
export const entriesResponseSchema = z.object({
  /** Read before the page was: apply the changes since the first page's revision afterwards. */
  epoch: epochSchema,
  revision: revisionSchema,
  entries: z.array(entrySchema),
  /** Give it as `after` for the next page; null on the last one. */
  next: z.int().positive().nullable(),
});
export type EntriesResponse = z.infer<typeof entriesResponseSchema>;

/** A document in one locale as it now stands: published content, or null when nothing is public any more. */
export const changeSchema = z.object({
  kind: entryKindSchema,
  documentId: documentIdSchema,
  locale: localeSchema.nullable(),
  entry: entrySchema.nullable(),
});
export type Change = z.infer<typeof changeSchema>;

/** `GET /api/site/changes?since=&limit=`: each changed document once, oldest change first. */
export const changesQuerySchema = z.strictObject({
  since: z.coerce.number().int().nonnegative(),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});
export const changesResponseSchema = z.object({
  epoch: epochSchema,
  /** The revision the changes lead to; ask again with it while `more` is true. */
  revision: revisionSchema,
  more: z.boolean(),
  changes: z.array(changeSchema),
});
export type ChangesResponse = z.infer<typeof changesResponseSchema>;
