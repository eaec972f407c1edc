import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const TABLE = 'passerelle_seeds';

const rowSchema = z
  .object({
    type: z.string(),
    key: z.string(),
    document_id: z.string(),
    file_digest: z.string(),
    content_digest: z.string(),
  })
  .transform((row) => ({
    type: row.type,
    key: row.key,
    documentId: row.document_id,
    fileDigest: row.file_digest,
    contentDigest: row.content_digest,
  }));
/** Which document came of which file, and how both were then. */
export type SeededDocument = z.output<typeof rowSchema>;

/** Everything that was seeded before, by `type/key`. */
export async function readSeeded(strapi: Core.Strapi): Promise<Map<string, SeededDocument>> {
  const rows = z.array(rowSchema).parse(await strapi.db.connection(TABLE).select('*'));
  return new Map(rows.map((row) => [`${row.type}/${row.key}`, row]));
}

/** Remembers a document, in the caller's transaction. */
export async function rememberSeeded(strapi: Core.Strapi, seeded: SeededDocument): Promise<void> {
  const row = {
    type: seeded.type,
    key: seeded.key,
    document_id: seeded.documentId,
    file_digest: seeded.fileDigest,
    content_digest: seeded.contentDigest,
  };
  await strapi.db.transaction(({ trx }) => trx(TABLE).insert(row).onConflict(['type', 'key']).merge());
}
