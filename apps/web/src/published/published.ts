import type {
  Article,
  Author,
  Category,
  ConsentText,
  Consultant,
  Guide,
  Image,
  Issue,
  Locale,
  Organization,
  Page,
  PagedKind,
  Poll,
  Processor,
  Programme,
  Round,
  Tag,
  Term,
} from '@passerelle/contracts';
import type { TermName } from './named-terms.ts';

/** What a list says of an article: enough for a card, so that a list does not change with a body. */
export interface ArticleCard {
  documentId: string;
  locale: Locale;
  slug: string;
  title: string;
  dek: string | null;
  cover: Image | null;
  category: string | null;
  publishedAt: string;
  modifiedAt: string;
  superseded: boolean;
  noindex: boolean;
}

/** One page of a list of articles, newest first. `page` is null for the first page, which has no number. */
export interface NewsPage {
  cards: ArticleCard[];
  page: number | null;
  /** The page with newer articles: a number, `'first'`, or null on the first page. */
  newer: number | 'first' | null;
  /** The page with older articles, null on the last. */
  older: number | null;
}

/** One page of the newsletter's archive, newest first, in the words of {@link NewsPage}. */
export interface IssuePage extends Pick<NewsPage, 'page' | 'newer' | 'older'> {
  issues: Issue[];
}

/** An image as any reader can show it: `src` is a path of this site, named by its content. */
export interface PlainImage {
  src: string;
  mime: string;
  width: number;
  height: number;
  alt: string;
}

/** An image of the CMS as the site shows it: plain, and in better forms for browsers that take them. */
export interface SiteImage extends PlainImage {
  /** Values of `srcset`, by type, best first. */
  sources: { type: string; srcset: string }[];
  /** Where a 16:9 frame holds it, in percent of what hangs over: 0, 10 … 100. */
  crop: number;
}

/** What a sitemap says of a page. `path` as in `siblings`, one entry per locale it exists in. */
export interface SitemapEntry {
  path: string;
  modifiedAt: string | null;
  siblings: Partial<Record<Locale, string>>;
  image: PlainImage | null;
}

/**
 * The published content, as pages read it.
 *
 * Every call is recorded with a digest of its answer: that record is what makes a page new when,
 * and only when, something it showed has changed. So pages ask here for what they show, and for
 * no more. Absent documents answer undefined; references to absent documents are left out.
 * Synchronous; opened on `Astro.locals.published`.
 */
export interface Published {
  /**
   * @throws when the organization's settings are not published, or say that it takes Québec mandates with nobody on
   * record who may: the site isn't built without them (Q1).
   */
  organization(locale: Locale): Organization;
  /** In the editors' order; in French where one isn't written in the locale. */
  consultants(locale: Locale): Consultant[];
  /**
   * Whether the practice may offer a service for Québec's programmes now: it says that it does, and a consultant's
   * recognition is valid. What invites to ask for one is shown only while this is true (Q2).
   */
  offersQuebec(locale: Locale): boolean;

  articleBySlug(locale: Locale, slug: string): Article | undefined;
  card(locale: Locale, documentId: string): ArticleCard | undefined;
  /** The newest `limit` articles, of one category when its document id is given. */
  latest(locale: Locale, limit: number, category?: string): ArticleCard[];
  /** The newest article on a programme. */
  latestOn(locale: Locale, programme: string): ArticleCard | undefined;
  /** Pages are counted from the oldest article, so that a new one does not move them; see `paging.ts`. */
  newsPage(locale: Locale, page: number | null, category?: string): NewsPage | undefined;
  /** Pinned articles first, then by shared programmes, tags and category, newer first (N15). */
  related(locale: Locale, documentId: string): ArticleCard[];
  /** The newest `limit` whole articles, for feeds with full text (N7). */
  feedArticles(locale: Locale, limit: number, category?: string): Article[];
  /** Articles first published since an instant, for the news sitemap (N8). */
  articlesSince(locale: Locale, since: string): ArticleCard[];

  /** In their order of name. */
  categories(locale: Locale): Category[];
  category(locale: Locale, documentId: string): Category | undefined;
  categoryBySlug(locale: Locale, slug: string): Category | undefined;
  tags(locale: Locale, documentIds: readonly string[]): Tag[];
  authors(locale: Locale, documentIds: readonly string[]): Author[];
  programmes(locale: Locale, documentIds: readonly string[]): Programme[];
  /** In their order of name. */
  everyProgramme(locale: Locale): Programme[];
  programmeBySlug(locale: Locale, slug: string): Programme | undefined;
  /** The newest `limit` articles about a programme. */
  latestAbout(locale: Locale, programme: string, limit: number): ArticleCard[];
  /** Newest first; see `rounds.ts`. */
  rounds(locale: Locale, programme: string): Round[];
  /** Whether there are any, without a word of what they are. */
  hasRounds(locale: Locale, programme: string): boolean;
  /** The glossary, in order of name. */
  terms(locale: Locale): Term[];
  /** How the glossary's terms that an article names are written; see `named-terms.ts`. */
  termsNamed(locale: Locale, article: string): TermName[];
  /** Open ones first, then those to come, then closed ones; see `poll-order.ts`. */
  polls(locale: Locale): Poll[];
  poll(locale: Locale, documentId: string): Poll | undefined;
  pollBySlug(locale: Locale, slug: string): Poll | undefined;
  /** The open poll that opened last: the one for the home page. */
  openPoll(locale: Locale): Poll | undefined;
  pages(locale: Locale): Page[];
  pageBySlug(locale: Locale, slug: string): Page | undefined;

  /** The newsletter's archive, newest first; those of one instant in the order of their rhythm. */
  issues(locale: Locale): Issue[];
  /** Pages are counted from the oldest issue, as those of articles are. */
  issuePage(locale: Locale, page: number | null): IssuePage | undefined;
  issueBySlug(locale: Locale, slug: string): Issue | undefined;

  /** What leads a visitor to the form (I2); undefined when it isn't published in the locale. */
  guide(locale: Locale): Guide | undefined;
  /** Whether there is one: who only links to it doesn't depend on its words. */
  hasGuide(locale: Locale): boolean;
  /** The newest wording of a purpose in the locale (Q3); its `version` is what a person was shown. */
  consentText(locale: Locale, purpose: ConsentText['purpose']): ConsentText | undefined;

  /** Who handles personal information outside Québec on a day, `YYYY-MM-DD`; in order of name. */
  processorsOutside(day: string): Processor[];

  /** Slug of the same document in another locale; undefined when it isn't published there. */
  slugIn(kind: PagedKind, documentId: string, locale: Locale): string | undefined;

  /** Undefined when the image can't be had or isn't one: the page goes without. */
  image(image: Image): SiteImage | undefined;
  /** The 1200 × 630 image that stands for an article where it is shared, or for the site itself (null). */
  socialImage(locale: Locale, documentId: string | null): PlainImage | undefined;

  /** Sitemap files of a locale, counted from 1, oldest first; see `sitemapPage`. */
  sitemapPages(locale: Locale): number;
  /** What a sitemap file lists; undefined when there is no such file. */
  sitemapPage(locale: Locale, page: number): SitemapEntry[] | undefined;
}

/** Parameters of the routes that have one page per document; what `getStaticPaths` lists. */
export interface PublishedPaths {
  articles(locale: Locale): { slug: string }[];
  newsPages(locale: Locale): { page: string }[];
  categories(locale: Locale): { slug: string }[];
  categoryPages(locale: Locale): { slug: string; page: string }[];
  polls(locale: Locale): { slug: string }[];
  programmes(locale: Locale): { slug: string }[];
  /** Those that have had rounds. */
  programmesWithRounds(locale: Locale): { slug: string }[];
  pages(locale: Locale): { slug: string }[];
  issues(locale: Locale): { slug: string }[];
  issuePages(locale: Locale): { page: string }[];
  sitemaps(locale: Locale): { page: string }[];
}
