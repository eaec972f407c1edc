import { DEFAULT_LOCALE, ENTRY_KINDS, localeSchema } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { siteKind } from '../domain/kinds.ts';
import { suggestFreeSlug } from './slug-writes.ts';

const rowsSchema = z.array(
  z.looseObject({ id: z.number(), documentId: z.string(), locale: localeSchema.nullish() }),
);

/**
 * Gives rows without a slug the one they would have been given when they were written: those from before their
 * kind had pages. Their date of change stays, since nobody changed them.
 */
export async function fillMissingSlugs(strapi: Core.Strapi): Promise<void> {
  for (const kind of ENTRY_KINDS.map(siteKind)) {
    const { uid, slugFrom } = kind;
    if (slugFrom === undefined) continue;
    const rows = await strapi.db.query(uid).findMany({
      where: { slug: { $null: true }, ...(kind.drafts ? { publishedAt: { $notNull: true } } : {}) },
      select: ['id', 'documentId', 'locale', slugFrom],
    });
    for (const row of rowsSchema.parse(rows)) {
      const title = z.string().catch('').parse(row[slugFrom]);
      const slug = await suggestFreeSlug(strapi, kind, row.locale ?? DEFAULT_LOCALE, title, row.documentId);
      await strapi.db.query(uid).updateMany({ where: { id: row.id }, data: { slug } });
    }
  }
}
