import { z } from 'zod';
import { any, atMostOne, instant, one, text, webAddress } from './xml.ts';

/**
 * https://www.sitemaps.org/protocol.html and its XSD, with what Google reads beside it: languages
 * (https://developers.google.com/search/docs/specialty/international/localized-versions), images and news.
 */

const MOST = 50_000;
const MOST_NEWS = 1_000;
const NAMESPACE = z.literal('http://www.sitemaps.org/schemas/sitemap/0.9');
const loc = one(webAddress.max(2_048));

const url = z
  .strictObject({
    loc,
    lastmod: atMostOne(instant),
    'xhtml:link': any(
      z.strictObject({
        '@_rel': z.literal('alternate'),
        '@_hreflang': z.string().regex(/^(?:[a-z]{2}-[A-Z]{2}|x-default)$/),
        '@_href': webAddress,
      }),
    ),
    'image:image': any(z.strictObject({ 'image:loc': one(webAddress) })),
  })
  // The XSD's sequence: the protocol's own elements before those of others.
  .refine((each) => Object.keys(each).indexOf('lastmod') <= 1)
  // A page is among its own languages, and each language once.
  .refine(({ loc: [own], 'xhtml:link': links = [] }) => {
    const languages = links.map((link) => link['@_hreflang']);
    return new Set(languages).size === languages.length && links.some((link) => link['@_href'] === own);
  });

export const sitemapSchema = z.strictObject({
  urlset: one(
    z.strictObject({
      '@_xmlns': NAMESPACE,
      '@_xmlns:xhtml': z.literal('http://www.w3.org/1999/xhtml'),
      '@_xmlns:image': z.literal('http://www.google.com/schemas/sitemap-image/1.1'),
      url: z.array(url).min(1).max(MOST),
    }),
  ),
});

export const sitemapIndexSchema = z.strictObject({
  sitemapindex: one(
    z.strictObject({
      '@_xmlns': NAMESPACE,
      sitemap: z
        .array(z.strictObject({ loc, lastmod: atMostOne(instant) }))
        .min(1)
        .max(MOST),
    }),
  ),
});

const news = z.strictObject({
  'news:publication': one(
    z.strictObject({ 'news:name': one(text), 'news:language': one(z.string().regex(/^[a-z]{2,3}$/)) }),
  ),
  'news:publication_date': one(instant),
  'news:title': one(text),
});

/** https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap; empty when nothing is recent. */
export const newsSitemapSchema = z.strictObject({
  urlset: one(
    z.strictObject({
      '@_xmlns': NAMESPACE,
      '@_xmlns:news': z.literal('http://www.google.com/schemas/sitemap-news/0.9'),
      url: z
        .array(z.strictObject({ loc, 'news:news': one(news) }))
        .max(MOST_NEWS)
        .optional(),
    }),
  ),
});
