import { type Article, articlePath, type Category, type Locale } from '@passerelle/contracts';
import { messages } from '../../i18n/index.ts';
import { type FeedFormat, feedPath, listPath } from '../../i18n/routes.ts';
import type { Published } from '../../published/published.ts';
import { bodyHtml } from './body-html.ts';
import { feedId } from './feed-id.ts';

/** Articles a feed carries, in full. */
const FEED_LENGTH = 20;

/** A feed, whatever format it is written in. Addresses are absolute, instants ISO 8601 in UTC. */
export interface Feed {
  /** Stays when addresses change. */
  id: string;
  title: string;
  description: string;
  publisher: string;
  locale: Locale;
  /** The page with the same list. */
  page: string;
  /** Where each format of it is. */
  self: Record<FeedFormat, string>;
  /** Of its latest change; null when it has no item. */
  updatedAt: string | null;
  items: FeedItem[];
}

export interface FeedItem {
  id: string;
  url: string;
  title: string;
  summary: string | null;
  html: string;
  image: string | null;
  authors: string[];
  categories: string[];
  publishedAt: string;
  modifiedAt: string;
}

/** The newest articles of a locale, of one category when given. */
export function newsFeed(published: Published, site: URL, locale: Locale, category?: Category): Feed {
  const t = messages(locale);
  const { tradeName } = published.organization(locale);
  const slug = category?.slug ?? null;
  const absolute = (path: string) => new URL(path, site).href;
  const articles = published.feedArticles(locale, FEED_LENGTH, category?.documentId);
  return {
    id: feedId('feed', locale, ...(category ? [category.documentId] : [])),
    title: category ? t.feed.categoryTitle(tradeName, category.name) : t.feed.title(tradeName),
    description: category?.description ?? t.news.description,
    publisher: tradeName,
    locale,
    page: absolute(listPath(locale, slug)),
    self: {
      rss: absolute(feedPath(locale, slug, 'rss')),
      atom: absolute(feedPath(locale, slug, 'atom')),
      json: absolute(feedPath(locale, slug, 'json')),
    },
    updatedAt: articles.map(({ modifiedAt }) => modifiedAt).reduce(later, null),
    items: articles.map((article) => feedItem(published, site, article)),
  };
}

function feedItem(published: Published, site: URL, article: Article): FeedItem {
  const { locale, documentId } = article;
  const category = article.category === null ? undefined : published.category(locale, article.category);
  const cover = article.cover === null ? undefined : published.image(article.cover);
  return {
    id: feedId('article', locale, documentId),
    url: new URL(articlePath(locale, article.slug), site).href,
    title: article.title,
    summary: article.dek,
    html: bodyHtml(article.body, { published, site, locale }),
    image: cover ? new URL(cover.src, site).href : null,
    authors: published.authors(locale, article.authors).map(({ name }) => name),
    categories: [
      ...(category ? [category.name] : []),
      ...published.tags(locale, article.tags).map(({ name }) => name),
    ],
    publishedAt: article.publishedAt,
    modifiedAt: article.modifiedAt,
  };
}

const later = (latest: string | null, instant: string): string =>
  latest === null || Date.parse(instant) > Date.parse(latest) ? instant : latest;
