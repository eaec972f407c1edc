import {
  categoryPath,
  type Locale,
  newsletterArchivePath,
  newsPath,
  pollPath,
  roundsPath,
} from '@passerelle/contracts';

/** Addresses that only the site itself knows: pages of lists, feeds, sitemaps, the search. */

export const FEED_FORMATS = ['rss', 'atom', 'json'] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

const FEED_FILE: Record<FeedFormat, string> = { rss: 'rss.xml', atom: 'atom.xml', json: 'feed.json' };

export const FEED_TYPE: Record<FeedFormat, string> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
};

/** The list of news, of one category when its slug is given. */
export function listPath(locale: Locale, category: string | null): string {
  return category === null ? newsPath(locale) : categoryPath(locale, category);
}

/** A page of that list: a number, or the first page, which has none. */
export function listPagePath(locale: Locale, category: string | null, page: number | 'first'): string {
  const list = listPath(locale, category);
  return page === 'first' ? list : `${list}page/${page}/`;
}

export function feedPath(locale: Locale, category: string | null, format: FeedFormat): string {
  return `${listPath(locale, category)}${FEED_FILE[format]}`;
}

/** A feed of a programme's rounds. */
export function roundsFeedPath(locale: Locale, programme: string, format: FeedFormat): string {
  return `${roundsPath(locale, programme)}${FEED_FILE[format]}`;
}

/** A page of the newsletter's archive. */
export function archivePagePath(locale: Locale, page: number | 'first'): string {
  const archive = newsletterArchivePath(locale);
  return page === 'first' ? archive : `${archive}page/${page}/`;
}

/** A feed of the newsletter's archive. */
export function archiveFeedPath(locale: Locale, format: FeedFormat): string {
  return `${newsletterArchivePath(locale)}${FEED_FILE[format]}`;
}

/** The text that a poll's final count is proved by. */
export function finalCountPath(locale: Locale, slug: string): string {
  return `${pollPath(locale, slug)}${locale === 'fr-CA' ? 'decompte.txt' : 'count.txt'}`;
}

/** The language alone, for formats that don't know regions, and for file names. */
export const LANGUAGE: Record<Locale, 'fr' | 'en'> = { 'fr-CA': 'fr', 'en-CA': 'en' };

export function sitemapPath(locale: Locale, page: number): string {
  return `/sitemaps/${LANGUAGE[locale]}-${page}.xml`;
}

const SEARCH: Record<Locale, string> = { 'fr-CA': '/recherche/', 'en-CA': '/en/search/' };

/** The search; with a question, its results. @param page from 1 */
export function searchPath(locale: Locale, question = '', page = 1): string {
  if (question === '') return SEARCH[locale];
  const query = new URLSearchParams({ q: question, ...(page > 1 ? { page: String(page) } : {}) });
  return `${SEARCH[locale]}?${query}`;
}

/** The locale a reader may switch to. */
export function otherLocale(locale: Locale): Locale {
  return locale === 'fr-CA' ? 'en-CA' : 'fr-CA';
}
