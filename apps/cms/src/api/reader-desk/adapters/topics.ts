import { localeSchema } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { topicKey } from '../domain/import-row.ts';

const categoriesSchema = z.array(
  z.object({ documentId: z.string(), locale: localeSchema, name: z.string(), slug: z.string().nullish() }),
);

const readCategories = async (strapi: Core.Strapi) =>
  categoriesSchema.parse(
    await strapi.db
      .query('api::category.category')
      .findMany({ select: ['documentId', 'locale', 'name', 'slug'], orderBy: 'id' }),
  );

/** The document ids of categories by their names, addresses and ids, as `topicKey` writes them. */
export async function readTopicKeys(strapi: Core.Strapi): Promise<ReadonlyMap<string, string>> {
  const categories = await readCategories(strapi);
  return new Map(
    categories.flatMap(({ documentId, name, slug }) =>
      [documentId, name, slug ?? ''].map((key) => [topicKey(key), documentId] as const),
    ),
  );
}

/** The name of a category in a language, in French where it has none there; its id where it is gone. */
export async function readTopicNames(
  strapi: Core.Strapi,
): Promise<(documentId: string, locale: string) => string> {
  const categories = await readCategories(strapi);
  const names = new Map(categories.map(({ documentId, locale, name }) => [`${locale} ${documentId}`, name]));
  return (documentId, locale) =>
    names.get(`${locale} ${documentId}`) ?? names.get(`fr-CA ${documentId}`) ?? documentId;
}
