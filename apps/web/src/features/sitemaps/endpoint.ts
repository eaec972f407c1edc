import { LOCALES, type Locale } from '@passerelle/contracts';
import type { APIRoute } from 'astro';
import { sitemapPath } from '../../i18n/routes.ts';
import { siteOf } from '../../layouts/site.ts';
import { newsSince, newsSitemap } from './news-sitemap.ts';
import { sitemap, sitemapIndex } from './sitemap.ts';

const xml = (body: string) =>
  new Response(body, { headers: { 'content-type': 'application/xml; charset=utf-8' } });

/** `/sitemap-index.xml`: every sitemap file of every locale. */
export const sitemapIndexRoute: APIRoute = ({ locals, site }) => {
  const paths = LOCALES.flatMap((locale) =>
    Array.from({ length: locals.published.sitemapPages(locale) }, (_, index) =>
      sitemapPath(locale, index + 1),
    ),
  );
  return xml(sitemapIndex(paths, siteOf(site)));
};

/** The sitemap file that the route's `page` numbers; 404 when there is none. */
export const sitemapRoute =
  (locale: Locale): APIRoute =>
  ({ locals, params, site }) => {
    const page = Number(params.page);
    const entries =
      Number.isInteger(page) && page >= 1 ? locals.published.sitemapPage(locale, page) : undefined;
    return entries ? xml(sitemap(entries, siteOf(site))) : new Response(null, { status: 404 });
  };

/** `/sitemap-news.xml`: the articles of the last two days, by the given clock. */
export const newsSitemapRoute =
  (clock: () => Date): APIRoute =>
  ({ locals, site }) => {
    const since = newsSince(clock());
    const articles = LOCALES.flatMap((locale) => locals.published.articlesSince(locale, since));
    return xml(newsSitemap(articles, locals.published.organization('fr-CA').tradeName, siteOf(site)));
  };

/** `/robots.txt`: everything may be read; where the sitemaps are. */
export const robotsRoute: APIRoute = ({ site }) => {
  const address = (path: string) => new URL(path, siteOf(site)).href;
  const lines = [
    'User-agent: *',
    'Allow: /',
    '',
    `Sitemap: ${address('/sitemap-index.xml')}`,
    `Sitemap: ${address('/sitemap-news.xml')}`,
  ];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
