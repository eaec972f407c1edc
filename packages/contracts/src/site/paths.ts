import type { EntryKind } from '../content/entries.ts';
import type { Locale } from '../content/primitives.ts';
import { newsletterArchivePath } from './newsletter-paths.ts';

/** The public addresses of the site, built and read in one place. Every one ends with a slash. */

const NEWS = { 'fr-CA': '/nouvelles/', 'en-CA': '/en/news/' } as const satisfies Record<Locale, string>;
const CATEGORIES = {
  'fr-CA': '/nouvelles/categorie/',
  'en-CA': '/en/news/category/',
} as const satisfies Record<Locale, string>;
const POLLS = { 'fr-CA': '/sondages/', 'en-CA': '/en/polls/' } as const satisfies Record<Locale, string>;
const VOTE = { 'fr-CA': 'voter/', 'en-CA': 'vote/' } as const satisfies Record<Locale, string>;
const RESULTS = { 'fr-CA': 'resultats/', 'en-CA': 'results/' } as const satisfies Record<Locale, string>;
const PROGRAMMES = { 'fr-CA': '/programmes/', 'en-CA': '/en/programs/' } as const satisfies Record<
  Locale,
  string
>;
const ROUNDS = { 'fr-CA': 'rondes/', 'en-CA': 'rounds/' } as const satisfies Record<Locale, string>;
const GLOSSARY = { 'fr-CA': '/glossaire/', 'en-CA': '/en/glossary/' } as const satisfies Record<
  Locale,
  string
>;
const HOME = { 'fr-CA': '/', 'en-CA': '/en/' } as const satisfies Record<Locale, string>;

/** The home page. */
export function homePath(locale: Locale): string {
  return HOME[locale];
}

/** The list of all articles. */
export function newsPath(locale: Locale): string {
  return NEWS[locale];
}

/** An article. */
export function articlePath(locale: Locale, slug: string): string {
  return `${NEWS[locale]}${slug}/`;
}

/** The list of a category's articles. */
export function categoryPath(locale: Locale, slug: string): string {
  return `${CATEGORIES[locale]}${slug}/`;
}

/** The list of all polls. */
export function pollsPath(locale: Locale): string {
  return POLLS[locale];
}

/** A poll's permanent page. */
export function pollPath(locale: Locale, slug: string): string {
  return `${POLLS[locale]}${slug}/`;
}

/** Where a vote is sent. */
export function pollVotePath(locale: Locale, slug: string): string {
  return `${pollPath(locale, slug)}${VOTE[locale]}`;
}

/** A poll's results at the time of asking, for those who may see them. */
export function pollResultsPath(locale: Locale, slug: string): string {
  return `${pollPath(locale, slug)}${RESULTS[locale]}`;
}

/** The list of all programmes. */
export function programmesPath(locale: Locale): string {
  return PROGRAMMES[locale];
}

/** A programme's page. */
export function programmePath(locale: Locale, slug: string): string {
  return `${PROGRAMMES[locale]}${slug}/`;
}

/** A programme's invitation rounds; there is a page when it has had any. */
export function roundsPath(locale: Locale, slug: string): string {
  return `${programmePath(locale, slug)}${ROUNDS[locale]}`;
}

/** The glossary. */
export function glossaryPath(locale: Locale): string {
  return GLOSSARY[locale];
}

/** A word's place in the glossary. */
export function termPath(locale: Locale, slug: string): string {
  return `${GLOSSARY[locale]}#${slug}`;
}

/** A page of its own, such as the legal notice. */
export function pagePath(locale: Locale, slug: string): string {
  return `${HOME[locale]}${slug}/`;
}

/** What a path names, whether or not there is anything at it. */
export type SiteAddress =
  | { kind: 'home' | 'news' | 'polls' | 'programmes' | 'glossary' | 'newsletter-archive'; locale: Locale }
  | { kind: PagedKind | 'rounds'; locale: Locale; slug: string };

const PAGED_KINDS = [
  'article',
  'category',
  'poll',
  'programme',
  'page',
  'issue',
] as const satisfies readonly EntryKind[];
/** The kinds whose documents have a page each. */
export type PagedKind = (typeof PAGED_KINDS)[number];

/** Whether documents of a kind have a page each. */
export function isPagedKind(kind: EntryKind): kind is PagedKind {
  return PAGED_KINDS.some((paged) => paged === kind);
}

/** Reads a path back; null when none of the site's pages can stand there. The last slash may be missing. */
export function readSitePath(path: string): SiteAddress | null {
  const whole = path.endsWith('/') ? path : `${path}/`;
  const locale: Locale = whole.startsWith('/en/') ? 'en-CA' : 'fr-CA';
  if (whole === HOME[locale]) return { kind: 'home', locale };
  if (whole === NEWS[locale]) return { kind: 'news', locale };
  if (whole === POLLS[locale]) return { kind: 'polls', locale };
  if (whole === PROGRAMMES[locale]) return { kind: 'programmes', locale };
  if (whole === GLOSSARY[locale]) return { kind: 'glossary', locale };
  if (whole === newsletterArchivePath(locale)) return { kind: 'newsletter-archive', locale };
  return (
    readSlug('category', locale, CATEGORIES[locale], whole) ??
    readSlug('article', locale, NEWS[locale], whole) ??
    readSlug('poll', locale, POLLS[locale], whole) ??
    readSlug('programme', locale, PROGRAMMES[locale], whole) ??
    readSlug('rounds', locale, PROGRAMMES[locale], whole, ROUNDS[locale]) ??
    readSlug('issue', locale, newsletterArchivePath(locale), whole) ??
    readSlug('page', locale, HOME[locale], whole)
  );
}

function readSlug(
  kind: PagedKind | 'rounds',
  locale: Locale,
  prefix: string,
  whole: string,
  below = '',
): SiteAddress | null {
  const ending = `/${below}`;
  if (!whole.startsWith(prefix) || !whole.endsWith(ending)) return null;
  const slug = whole.slice(prefix.length, -ending.length);
  return slug === '' || slug.includes('/') ? null : { kind, locale, slug };
}

/** First segments that belong to the site itself: no page may take them. */
/** Where a visitor begins: the first question of the guide. */
export const startPath = (locale: Locale): string => (locale === 'fr-CA' ? '/demarche/' : '/en/start/');

const RESERVED_PAGE_SLUGS: Record<Locale, readonly string[]> = {
  'fr-CA': [
    'en',
    'nouvelles',
    'recherche',
    'infolettre',
    'sondage',
    'sondages',
    'demarche',
    'renseignements-personnels',
    'programmes',
    'glossaire',
    'uploads',
    'api',
    'admin',
  ],
  'en-CA': [
    'news',
    'search',
    'newsletter',
    'poll',
    'polls',
    'start',
    'inquiry',
    'personal-information',
    'programs',
    'programmes',
    'glossary',
  ],
};
const RESERVED_ARTICLE_SLUGS: Record<Locale, readonly string[]> = {
  'fr-CA': ['categorie', 'page', 'archives'],
  'en-CA': ['category', 'page', 'archive'],
};

/** Whether a slug would stand where the site keeps something of its own, such as the pages of a list. */
export function isReservedSlug(kind: PagedKind, locale: Locale, slug: string): boolean {
  if (/^\d+$/.test(slug)) return true;
  if (kind === 'article') return RESERVED_ARTICLE_SLUGS[locale].includes(slug);
  if (kind === 'issue') return slug === 'page';
  return kind === 'page' && RESERVED_PAGE_SLUGS[locale].includes(slug);
}
