import type { EntryKind, Locale } from '@passerelle/contracts';
import { entryKindSchema, localeSchema } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Connection, Transaction } from '../../../platform/jobs/database.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';

/** One document in one locale (null for a kind that has none) whose public state may have changed. */
export interface ChangedDocument {
  kind: EntryKind;
  documentId: string;
  locale: Locale | null;
}

/** The name of the job that tells the publisher. */
export const NOTICE_JOB = 'site.notice';

/** Key of the advisory lock held by whoever changes content on PostgreSQL; any constant of our own does. */
const CONTENT_LOCK = 7_203_114_905;

/**
 * Lets one transaction at a time change content. SQLite has one writer by itself; on PostgreSQL the lock is held
 * until the transaction ends. So revisions become visible in their order, and a rule that looks at two documents
 * isn't overtaken between looking and writing.
 */
export async function lockContent(transaction: Transaction): Promise<void> {
  if (isPostgres(transaction)) await transaction.raw('SELECT pg_advisory_xact_lock(?)', [CONTENT_LOCK]);
}

function isPostgres(connection: Transaction): boolean {
  return connection.client.config.client === 'pg';
}

/** How many documents one statement names: below SQLite's limit on bound values. */
const BATCH = 200;

/**
 * Writes the changes and asks for the notice, all in the caller's transaction: none of it exists unless the
 * change itself does. A document's earlier change is replaced, since only the newest counts.
 */
export async function recordChanges(
  transaction: Transaction,
  jobs: Pick<Jobs, 'enqueue'>,
  documents: readonly ChangedDocument[],
  now: Date,
): Promise<void> {
  if (documents.length === 0) return;
  await lockContent(transaction);
  const once = new Map(documents.map((document) => [keyOf(document), document]));
  const distinct = [...once.values()];
  for (let start = 0; start < distinct.length; start += BATCH) {
    const batch = distinct.slice(start, start + BATCH);
    await transaction('passerelle_changes')
      .where((anyOf) => {
        for (const { kind, documentId, locale } of batch) {
          anyOf.orWhere({ kind, document_id: documentId, locale });
        }
      })
      .delete();
    await transaction('passerelle_changes').insert(
      batch.map(({ kind, documentId, locale }) => ({
        kind,
        document_id: documentId,
        locale,
        at: now.getTime(),
      })),
    );
  }
  await jobs.enqueue({ name: NOTICE_JOB, payload: {}, dedupeKey: 'site' }, transaction);
}

/** Tells documents apart in a Map. */
export function keyOf({ kind, documentId, locale }: ChangedDocument): string {
  return `${kind}/${documentId}/${locale ?? ''}`;
}

const headSchema = z.object({ epoch: z.string(), revision: z.coerce.number().nullable() });
/** The database's name and the revision of its content; 0 before the first change. */
export interface ContentHead {
  epoch: string;
  revision: number;
}

/** Reads the head in one statement. */
export async function readHead(strapi: Core.Strapi): Promise<ContentHead> {
  const row = await connectionOf(strapi)('passerelle_identity')
    .select('epoch')
    .select(connectionOf(strapi)('passerelle_changes').max('revision').as('revision'))
    .first();
  const { epoch, revision } = headSchema.parse(row);
  return { epoch, revision: revision ?? 0 };
}

const changeRowsSchema = z.array(
  z.object({
    revision: z.coerce.number(),
    kind: entryKindSchema,
    document_id: z.string(),
    locale: localeSchema.nullable(),
  }),
);

/** The documents changed after `since`, oldest change first, each once. */
export async function readChanges(
  strapi: Core.Strapi,
  page: { since: number; limit: number },
): Promise<(ChangedDocument & { revision: number })[]> {
  const rows = await connectionOf(strapi)('passerelle_changes')
    .select('revision', 'kind', 'document_id', 'locale')
    .where('revision', '>', page.since)
    .orderBy('revision')
    .limit(page.limit);
  return changeRowsSchema.parse(rows).map(({ document_id, ...change }) => ({
    ...change,
    documentId: document_id,
  }));
}

const documentChangeSchema = z
  .object({ revision: z.coerce.number(), at: z.coerce.number() })
  .optional()
  .transform((row) => (row ? { revision: row.revision, at: new Date(row.at).toISOString() } : null));

/** The last change of a document in a locale, or null when there was none. */
export async function readDocumentChange(strapi: Core.Strapi, { kind, documentId, locale }: ChangedDocument) {
  const row = await connectionOf(strapi)('passerelle_changes')
    .select('revision', 'at')
    .where({ kind, document_id: documentId, locale })
    .first();
  return documentChangeSchema.parse(row);
}

function connectionOf(strapi: Core.Strapi): Connection {
  return strapi.db.connection;
}
