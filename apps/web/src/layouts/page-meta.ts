import { homePath, type Locale, newsPath, pollsPath, programmesPath } from '@passerelle/contracts';
import type { Graph } from 'schema-dts';
import { type FeedFormat, otherLocale } from '../i18n/routes.ts';
import type { PlainImage } from '../published/published.ts';
import type { Sheet } from './sheets.ts';
import type { Siblings } from './siblings.ts';

/** What a page tells the layout about itself. */
export interface PageMeta {
  locale: Locale;
  /** Without the site's name; null on the home page, which is the site. */
  title: string | null;
  description: string | null;
  /** Its own address, the canonical one. */
  path: string;
  /** The same page in each language, this one included; empty where languages don't answer to each other. */
  siblings: Siblings;
  /** Where readers of the other language go when the page doesn't exist there. */
  elsewhere: 'home' | 'news' | 'polls' | 'programmes';
  noindex?: boolean;
  /** False where the page itself is about the newsletter. */
  newsletterBox?: boolean;
  /** Styles that it needs beyond those of every page and of its own kind. */
  sheets?: readonly Sheet[];
  /** Stands for the page where it is shared; the site's own unless given. */
  image?: PlainImage | null;
  article?: { publishedAt: string; modifiedAt: string; section: string | null };
  /** A category whose feeds stand beside those of all news. */
  feedCategory?: { slug: string; name: string };
  /** Feeds of this page's own, beside those of all news. */
  ownFeed?: { title: string; path: (format: FeedFormat) => string };
  structuredData?: Graph;
}

const ELSEWHERE: Record<PageMeta['elsewhere'], (locale: Locale) => string> = {
  home: homePath,
  news: newsPath,
  polls: pollsPath,
  programmes: programmesPath,
};

interface LanguageSwitch {
  locale: Locale;
  path: string;
  /** `page`: the same page; else the nearest there is, which the link then says. */
  leadsTo: 'page' | PageMeta['elsewhere'];
}

/** Where the language switch of a page leads (N3). */
export function languageSwitch({ locale, siblings, elsewhere }: PageMeta): LanguageSwitch {
  const other = otherLocale(locale);
  const sibling = siblings[other];
  if (sibling !== undefined) return { locale: other, path: sibling, leadsTo: 'page' };
  return { locale: other, path: ELSEWHERE[elsewhere](other), leadsTo: elsewhere };
}

/** One `rel="alternate"` per language the page has, and `x-default`: French, which always comes first. */
export function alternates({ siblings }: PageMeta): { hreflang: string; path: string }[] {
  const own = Object.entries(siblings).map(([hreflang, path]) => ({ hreflang, path }));
  const fallback = siblings['fr-CA'] ?? siblings['en-CA'];
  return fallback === undefined ? own : [...own, { hreflang: 'x-default', path: fallback }];
}

/** Whether a navigation item is where the reader is, or a part of the site the reader is in. */
export function currentOf(href: string, path: string): 'page' | 'true' | undefined {
  if (href === path) return 'page';
  const isHome = href === homePath('fr-CA') || href === homePath('en-CA');
  return href.endsWith('/') && !isHome && path.startsWith(href) ? 'true' : undefined;
}
