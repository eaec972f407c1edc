import type { EntryKind, Locale } from '@passerelle/contracts';
import { openPublished } from './open.ts';
import { numberedPages } from './paging.ts';
import type { PublishedPaths } from './published.ts';
import { ISSUE_PAGE_SIZE, NEWS_PAGE_SIZE, publishedReader } from './reader.ts';
import { EVERY_ARTICLE, type SnapshotDatabase } from './snapshot.ts';

/** Lists the parameters of every page there is. */
export function pathsIn(database: SnapshotDatabase, published = publishedReader(() => null)): PublishedPaths {
  const slugs = (kind: EntryKind, locale: Locale) =>
    database
      .prepare<[string, string], { slug: string }>(
        'SELECT slug FROM entry WHERE kind = ? AND locale = ? AND slug IS NOT NULL ORDER BY slug',
      )
      .all(kind, locale);
  const count = (locale: Locale, term: string) =>
    database
      .prepare<[string, string], number>('SELECT count(*) FROM listing WHERE locale = ? AND term = ?')
      .pluck()
      .get(locale, term) ?? 0;
  const pagesOf = (locale: Locale, term: string) =>
    numberedPages(count(locale, term), NEWS_PAGE_SIZE).map((page) => ({ page: String(page) }));

  return {
    articles: (locale) => slugs('article', locale),
    newsPages: (locale) => pagesOf(locale, EVERY_ARTICLE),
    categories: (locale) => slugs('category', locale),
    categoryPages: (locale) =>
      database
        .prepare<[string], { id: string; slug: string }>(
          `SELECT id, slug FROM entry WHERE kind = 'category' AND locale = ? ORDER BY slug`,
        )
        .all(locale)
        .flatMap(({ id, slug }) => pagesOf(locale, `category:${id}`).map(({ page }) => ({ slug, page }))),
    polls: (locale) => slugs('poll', locale),
    programmes: (locale) => slugs('programme', locale),
    programmesWithRounds: (locale) =>
      database
        .prepare<[string, string], { slug: string }>(
          `SELECT slug FROM entry WHERE kind = 'programme' AND locale = ? AND id IN (
             SELECT json ->> 'programme' FROM entry WHERE kind = 'round' AND locale = ?
           ) ORDER BY slug`,
        )
        .all(locale, locale),
    pages: (locale) => slugs('page', locale),
    issues: (locale) => slugs('issue', locale),
    issuePages: (locale) =>
      numberedPages(slugs('issue', locale).length, ISSUE_PAGE_SIZE).map((page) => ({ page: String(page) })),
    sitemaps: (locale) =>
      Array.from({ length: published.sitemapPages(locale) }, (_, index) => ({ page: String(index + 1) })),
  };
}

/** What `getStaticPaths` of the pages lists, from the snapshot of this site. */
export function publishedPaths(): PublishedPaths {
  const { database, published } = openPublished();
  return pathsIn(database, published);
}
