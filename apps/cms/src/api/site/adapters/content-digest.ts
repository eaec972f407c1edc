import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const versionsSchema = z.array(
  z.object({
    locale: z.string().nullish(),
    updatedAt: z.union([z.string(), z.date()]).nullable(),
    publishedAt: z.union([z.string(), z.date()]).nullish(),
  }),
);

/**
 * Sums up a document as it is now, so that an editor's change since can be told: every save dates its row anew.
 * Null when the document is gone.
 */
export async function contentDigest(
  strapi: Core.Strapi,
  uid: `api::${string}.${string}`,
  documentId: string,
): Promise<string | null> {
  const rows = versionsSchema.parse(
    await strapi.db.query(uid).findMany({
      where: { documentId },
      select: ['locale', 'updatedAt', 'publishedAt'],
    }),
  );
  if (rows.length === 0) return null;
  const versions = rows.map(({ locale, updatedAt, publishedAt }) =>
    [
      locale ?? '',
      publishedAt ? 'public' : 'draft',
      String(updatedAt && new Date(updatedAt).toISOString()),
    ].join(' '),
  );
  return createHash('sha256').update(versions.sort().join('\n')).digest('hex');
}
