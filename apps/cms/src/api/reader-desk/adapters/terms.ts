import { localeSchema } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { termKey } from '../domain/import-row.ts';

/** What a reader chooses among. */
export type TermKind = 'category' | 'programme';

const termsSchema = z.array(
  z.object({ documentId: z.string(), locale: localeSchema, name: z.string(), slug: z.string().nullish() }),
);

const readTerms = async (strapi: Core.Strapi, kind: TermKind) =>
  termsSchema.parse(
    await strapi.db
      .query(`api::${kind}.${kind}`)
      .findMany({ select: ['documentId', 'locale', 'name', 'slug'], orderBy: 'id' }),
  );

/** The document ids of terms by their names, addresses and ids, as `termKey` writes them. */
export async function readTermKeys(
  strapi: Core.Strapi,
  kind: TermKind,
): Promise<ReadonlyMap<string, string>> {
  const terms = await readTerms(strapi, kind);
  return new Map(
    terms.flatMap(({ documentId, name, slug }) =>
      [documentId, name, slug ?? ''].map((key) => [termKey(key), documentId] as const),
    ),
  );
}

/** The name of a term in a language, in French where it has none there; its id where it is gone. */
export async function readTermNames(
  strapi: Core.Strapi,
  kind: TermKind,
): Promise<(documentId: string, locale: string) => string> {
  const terms = await readTerms(strapi, kind);
  const names = new Map(terms.map(({ documentId, locale, name }) => [`${locale} ${documentId}`, name]));
  return (documentId, locale) =>
    names.get(`${locale} ${documentId}`) ?? names.get(`fr-CA ${documentId}`) ?? documentId;
}
