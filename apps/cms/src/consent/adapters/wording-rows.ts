import { consentPurposeSchema, type Locale, localeSchema, richTextSchema } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { plainText } from '../domain/plain-text.ts';
import type { ShownWording } from '../domain/shown-wording.ts';

const rowsSchema = z.array(
  z.object({
    purpose: z.enum([...consentPurposeSchema.options, 'notice']),
    number: z.number(),
    locale: localeSchema,
    label: z.string(),
    text: richTextSchema.nullish(),
    publishedAt: z.union([z.string(), z.date()]).nullish(),
  }),
);

/**
 * Every wording by its version and language. Words that were published never change: a draft is read where its
 * publication was withdrawn since.
 */
export async function readWordings(
  strapi: Core.Strapi,
): Promise<(version: string, locale: Locale) => ShownWording | null> {
  const rows = rowsSchema.parse(
    await strapi.db.query('api::consent-text.consent-text').findMany({
      select: ['purpose', 'number', 'locale', 'label', 'text', 'publishedAt'],
      orderBy: { id: 'asc' },
    }),
  );
  const published = (at: unknown) => (at == null ? 0 : 1);
  const wordings = new Map<string, ShownWording>();
  for (const { purpose, number, locale, label, text } of rows.toSorted(
    (a, b) => published(a.publishedAt) - published(b.publishedAt),
  )) {
    wordings.set(`${purpose}-${number} ${locale}`, { label, text: plainText(text ?? []) });
  }
  return (version, locale) => wordings.get(`${version} ${locale}`) ?? null;
}
