import {
  articlePath,
  categoryPath,
  glossaryPath,
  homePath,
  issuePath,
  LOCALES,
  type Locale,
  newsletterArchivePath,
  newsPath,
  type PagedKind,
  pagePath,
  personRequestPath,
  pollPath,
  pollsPath,
  programmePath,
  programmesPath,
  roundsPath,
  startPath,
} from '@passerelle/contracts';
import type { Published, SitemapEntry } from './published.ts';
import { type Ask, idsIn } from './question.ts';
import { EVERY_ARTICLE } from './snapshot.ts';

/** Articles in one sitemap file: far below the protocol's 50,000, so that one edit rewrites little. */
const SITEMAP_SIZE = 200;

type Siblings = SitemapEntry['siblings'];

/**
 * The sitemap files of a locale: the first holds the pages that are no articles, the others
 * the articles, oldest first, so that a new one changes the last file only.
 */
export function sitemapReader(
  ask: Ask,
  published: Omit<Published, 'sitemapPages' | 'sitemapPage'>,
): Pick<Published, 'sitemapPages' | 'sitemapPage'> {
  const siblings = (path: (locale: Locale) => string | undefined): Siblings =>
    Object.fromEntries(
      LOCALES.map((locale) => [locale, path(locale)]).filter(([, found]) => found !== undefined),
    );

  function documentSiblings(
    kind: PagedKind,
    id: string,
    path: (locale: Locale, slug: string) => string,
  ): Siblings {
    return siblings((locale) => {
      const slug = published.slugIn(kind, id, locale);
      return slug === undefined ? undefined : path(locale, slug);
    });
  }

  /** A programme's rounds have a page in each language in which there are any. */
  const roundsSiblings = (programme: string): Siblings =>
    siblings((locale) => {
      const slug = published.slugIn('programme', programme, locale);
      return slug !== undefined && published.hasRounds(locale, programme)
        ? roundsPath(locale, slug)
        : undefined;
    });

  const entryAt = (
    locale: Locale,
    of: Siblings,
    modifiedAt: string | null,
    image: SitemapEntry['image'] = null,
  ): SitemapEntry[] => {
    const path = of[locale];
    return path === undefined ? [] : [{ path, modifiedAt, siblings: of, image }];
  };

  // Its own articles are all it asks for: were their number asked for, every file would change with it.
  function articleEntries(locale: Locale, page: number): SitemapEntry[] | undefined {
    const start = (page - 2) * SITEMAP_SIZE;
    const ids = idsIn(ask(['span', locale, EVERY_ARTICLE, start, start + SITEMAP_SIZE])).toReversed();
    if (ids.length === 0) return undefined;
    return ids.flatMap((id) => {
      const card = published.card(locale, id);
      if (!card || card.noindex) return [];
      const image = card.cover === null ? null : (published.image(card.cover) ?? null);
      return entryAt(locale, documentSiblings('article', id, articlePath), card.modifiedAt, image);
    });
  }

  return {
    sitemapPages: (locale) => 1 + Math.ceil(Number(ask(['count', locale, EVERY_ARTICLE])) / SITEMAP_SIZE),

    sitemapPage(locale, page) {
      if (page > 1) return articleEntries(locale, page);
      return [
        ...entryAt(locale, siblings(homePath), null),
        ...entryAt(locale, siblings(newsPath), null),
        ...published
          .categories(locale)
          .flatMap(({ documentId }) =>
            entryAt(locale, documentSiblings('category', documentId, categoryPath), null),
          ),
        ...entryAt(locale, siblings(pollsPath), null),
        ...published
          .polls(locale)
          .flatMap(({ documentId }) => entryAt(locale, documentSiblings('poll', documentId, pollPath), null)),
        ...entryAt(locale, siblings(programmesPath), null),
        ...published
          .everyProgramme(locale)
          .flatMap(({ documentId }) => [
            ...entryAt(locale, documentSiblings('programme', documentId, programmePath), null),
            ...entryAt(locale, roundsSiblings(documentId), null),
          ]),
        ...entryAt(locale, siblings(glossaryPath), null),
        ...entryAt(
          locale,
          siblings((one) => (published.hasGuide(one) ? startPath(one) : undefined)),
          null,
        ),
        ...entryAt(locale, siblings(personRequestPath), null),
        ...entryAt(locale, siblings(newsletterArchivePath), null),
        ...published
          .issues(locale)
          .flatMap(({ documentId, sentAt }) =>
            entryAt(locale, documentSiblings('issue', documentId, issuePath), sentAt),
          ),
        ...published
          .pages(locale)
          .filter((page) => !page.seo?.noindex)
          .flatMap(({ documentId, modifiedAt }) =>
            entryAt(locale, documentSiblings('page', documentId, pagePath), modifiedAt),
          ),
      ];
    },
  };
}
