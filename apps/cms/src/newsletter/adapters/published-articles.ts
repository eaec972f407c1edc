import { createHash } from 'node:crypto';
import { articlePath, type Locale, localeSchema } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { PublicArticle } from '../domain/news.ts';
import type { ArticleWords } from '../write-digest.ts';

const ARTICLE = 'api::article.article';

const reference = z.object({ documentId: z.string() }).nullish();
const instant = z.union([z.string(), z.date(), z.number()]).pipe(z.coerce.date());

const articleSchema = z.object({
  documentId: z.string(),
  locale: localeSchema,
  publicSince: instant.nullish(),
  publishedAt: instant,
  category: reference,
  supersededBy: reference,
  programmes: z.array(z.object({ documentId: z.string() })).nullish(),
  corrections: z.array(z.object({ date: z.string(), text: z.string() })).nullish(),
});

/** Every public article in each of its languages, as a digest looks at them. */
export async function readPublicArticles(strapi: Core.Strapi): Promise<PublicArticle[]> {
  const rows = await strapi.db.query(ARTICLE).findMany({
    where: { publishedAt: { $notNull: true } },
    select: ['documentId', 'locale', 'publicSince', 'publishedAt'],
    populate: {
      category: { select: ['documentId'] },
      supersededBy: { select: ['documentId'] },
      programmes: { select: ['documentId'] },
      corrections: true,
    },
  });
  return z
    .array(articleSchema)
    .parse(rows)
    .map((row) => ({
      article: row.documentId,
      locale: row.locale,
      category: row.category?.documentId ?? null,
      programmes: [...new Set((row.programmes ?? []).map(({ documentId }) => documentId))],
      publicSince: (row.publicSince ?? row.publishedAt).getTime(),
      superseded: row.supersededBy != null,
      corrections: (row.corrections ?? []).map(keyOf),
    }));
}

/** Strapi gives a component a new id with each publication: its day and its words tell it from others. */
const keyOf = ({ date, text }: { date: string; text: string }): string =>
  `${date} ${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`;

const wordsSchema = z.object({
  documentId: z.string(),
  locale: localeSchema,
  title: z.string(),
  slug: z.string().nullish(),
  dek: z.string().nullish(),
  corrections: z.array(z.object({ date: z.string(), text: z.string() })).nullish(),
});

/** Document ids in one statement: fewer than either database takes. */
const PART = 500;

/**
 * Reads what digests say of articles.
 *
 * @param siteUrl without a trailing slash.
 * @returns by article and language; undefined for what isn't public, or has no page.
 */
export async function readArticleWords(
  strapi: Core.Strapi,
  articles: readonly string[],
  siteUrl: string,
): Promise<(article: string, locale: Locale) => ArticleWords | undefined> {
  const words = new Map<string, ArticleWords>();
  for (let start = 0; start < articles.length; start += PART) {
    const rows = await strapi.db.query(ARTICLE).findMany({
      where: { documentId: { $in: articles.slice(start, start + PART) }, publishedAt: { $notNull: true } },
      select: ['documentId', 'locale', 'title', 'slug', 'dek'],
      populate: { corrections: true },
    });
    for (const { documentId, locale, title, slug, dek, corrections } of z.array(wordsSchema).parse(rows)) {
      if (!slug) continue;
      const last = (corrections ?? []).toSorted((a, b) => (a.date < b.date ? -1 : 1)).at(-1);
      words.set(`${locale} ${documentId}`, {
        title,
        dek: dek || null,
        url: siteUrl + articlePath(locale, slug),
        correction: last?.text ?? null,
      });
    }
  }
  return (article, locale) => words.get(`${locale} ${article}`);
}

const titlesSchema = z.array(z.object({ documentId: z.string(), title: z.string().nullish() }));

/** What articles are called, drafts too, by document id: in French where it is written. */
export async function readArticleTitles(
  strapi: Core.Strapi,
  articles: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await strapi.db.query(ARTICLE).findMany({
    where: { documentId: { $in: articles.slice(0, PART) } },
    select: ['documentId', 'title'],
    orderBy: { locale: 'asc' },
  });
  return new Map(titlesSchema.parse(rows).map(({ documentId, title }) => [documentId, title ?? documentId]));
}
