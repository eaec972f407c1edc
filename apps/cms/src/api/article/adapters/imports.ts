import { createHash } from 'node:crypto';
import type { ImportedArticle } from '@passerelle/importer';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { contentDigest } from '../../site/adapters/content-digest.ts';
import { draftFields } from '../domain/import-form.ts';

const TABLE = 'passerelle_imports';
const UID = 'api::article.article';

/** What became of an import. `kept`: an editor has changed the draft since, and it stays so. */
export type ImportOutcome = 'created' | 'updated' | 'unchanged' | 'kept';

const rowSchema = z
  .object({ document_id: z.string(), file_digest: z.string(), content_digest: z.string() })
  .optional();

/** Writes an imported article as a draft: once per source, and never over an editor's work. */
export async function importDraft(
  strapi: Core.Strapi,
  article: ImportedArticle,
): Promise<{ outcome: ImportOutcome; documentId: string }> {
  const digest = createHash('sha256').update(JSON.stringify(article)).digest('hex');
  return strapi.db.transaction(async ({ trx }) => {
    const earlier = rowSchema.parse(await trx(TABLE).where({ source_id: article.sourceId }).first());
    const now = earlier ? await contentDigest(strapi, UID, earlier.document_id) : null;
    if (earlier && now !== null) {
      const documentId = earlier.document_id;
      if (earlier.file_digest === digest) return { outcome: 'unchanged' as const, documentId };
      if (earlier.content_digest !== now) return { outcome: 'kept' as const, documentId };
    }
    const known = now === null ? undefined : earlier?.document_id;
    const documentId = await writeDraft(strapi, article, known);
    const row = {
      source_id: article.sourceId,
      document_id: documentId,
      locale: article.locale,
      file_digest: digest,
      content_digest: await contentDigest(strapi, UID, documentId),
    };
    await trx(TABLE).insert(row).onConflict('source_id').merge();
    return { outcome: known === undefined ? ('created' as const) : ('updated' as const), documentId };
  });
}

const writtenSchema = z.object({ documentId: z.string() });

async function writeDraft(
  strapi: Core.Strapi,
  article: ImportedArticle,
  documentId: string | undefined,
): Promise<string> {
  const documents = strapi.documents(UID);
  const { locale } = article;
  const data = draftFields(article);
  const written =
    documentId === undefined
      ? await documents.create({ locale, data })
      : await documents.update({ documentId, locale, data });
  return writtenSchema.parse(written).documentId;
}
