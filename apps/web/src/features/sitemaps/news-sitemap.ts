import { articlePath } from '@passerelle/contracts';
import { LANGUAGE } from '../../i18n/routes.ts';
import type { ArticleCard } from '../../published/published.ts';
import { element, textElement, xmlDocument } from '../../ui/xml.ts';

/** Google News looks no further back, and takes no more articles than these. */
const HOURS = 48;
const MOST = 1000;

/** The instant from which articles belong into a news sitemap read at `now`. */
export function newsSince(now: Date): string {
  return new Date(now.getTime() - HOURS * 3_600_000).toISOString();
}

/**
 * A sitemap for Google News: https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
 *
 * @param publication the name of the publication, the same for all languages
 */
export function newsSitemap(articles: readonly ArticleCard[], publication: string, site: URL): string {
  const urls = articles
    .filter(({ noindex }) => !noindex)
    .toSorted((a, b) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt))
    .slice(0, MOST)
    .map((article) => newsUrl(article, publication, site));
  return xmlDocument(
    element('urlset', urls, {
      xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
      'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
    }),
  );
}

function newsUrl({ locale, slug, title, publishedAt }: ArticleCard, publication: string, site: URL): string {
  return element('url', [
    textElement('loc', new URL(articlePath(locale, slug), site).href),
    element('news:news', [
      element('news:publication', [
        textElement('news:name', publication),
        textElement('news:language', LANGUAGE[locale]),
      ]),
      textElement('news:publication_date', publishedAt),
      textElement('news:title', title),
    ]),
  ]);
}
