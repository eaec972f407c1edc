import {
  articlePath,
  categoryPath,
  issuePath,
  LOCALES,
  type Locale,
  type PagedKind,
  pagePath,
  pollPath,
  programmePath,
} from '@passerelle/contracts';
import type { Published } from '../published/published.ts';

/** Where one page stands in each language it exists in. */
export type Siblings = Partial<Record<Locale, string>>;

const PATH: Record<PagedKind, (locale: Locale, slug: string) => string> = {
  article: articlePath,
  category: categoryPath,
  poll: pollPath,
  programme: programmePath,
  page: pagePath,
  issue: issuePath,
};

/** Addresses of a document in the languages it is published in. */
export function siblingsOf(published: Published, kind: PagedKind, documentId: string): Siblings {
  const siblings: Siblings = {};
  for (const locale of LOCALES) {
    const slug = published.slugIn(kind, documentId, locale);
    if (slug !== undefined) siblings[locale] = PATH[kind](locale, slug);
  }
  return siblings;
}

/** Addresses of a page that every language has. */
export function inEveryLocale(path: (locale: Locale) => string): Siblings {
  return Object.fromEntries(LOCALES.map((locale) => [locale, path(locale)]));
}
