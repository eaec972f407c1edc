import type { SitemapEntry } from '../../published/published.ts';
import { element, emptyElement, textElement, xmlDocument } from '../../ui/xml.ts';

const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** The index of sitemap files (sitemaps.org), given their paths. */
export function sitemapIndex(paths: readonly string[], site: URL): string {
  const files = paths.map((path) => element('sitemap', [textElement('loc', new URL(path, site).href)]));
  return xmlDocument(element('sitemapindex', files, { xmlns: SITEMAP }));
}

/** One sitemap file: each page with its languages (hreflang, x-default) and its image. */
export function sitemap(entries: readonly SitemapEntry[], site: URL): string {
  return xmlDocument(
    element(
      'urlset',
      entries.map((entry) => urlElement(entry, site)),
      {
        xmlns: SITEMAP,
        'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
        'xmlns:image': 'http://www.google.com/schemas/sitemap-image/1.1',
      },
    ),
  );
}

function urlElement({ path, modifiedAt, siblings, image }: SitemapEntry, site: URL): string {
  const absolute = (local: string) => new URL(local, site).href;
  const alternate = (hreflang: string, sibling: string) =>
    emptyElement('xhtml:link', { rel: 'alternate', hreflang, href: absolute(sibling) });
  return element('url', [
    textElement('loc', absolute(path)),
    textElement('lastmod', modifiedAt),
    ...Object.entries(siblings).map(([locale, sibling]) => alternate(locale, sibling)),
    alternate('x-default', siblings['fr-CA'] ?? path),
    ...(image === null ? [] : [element('image:image', [textElement('image:loc', absolute(image.src))])]),
  ]);
}
