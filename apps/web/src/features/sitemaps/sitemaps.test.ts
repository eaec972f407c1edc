import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { article } from '../../../tests/support/entries.ts';
import { publishedWith } from '../../testing/published-with.ts';
import { newsSince, newsSitemap } from './news-sitemap.ts';
import { sitemap, sitemapIndex } from './sitemap.ts';

const SITE = new URL('https://site.example');
function parseXml(xml: string) {
  const arrays = ['url', 'sitemap', 'xhtml:link'];
  return new XMLParser({ ignoreAttributes: false, isArray: (name) => arrays.includes(name) }).parse(
    xml,
    true,
  );
}

describe('a sitemap', () => {
  it('names a page with its languages, French as the default, and its image', () => {
    const entry = {
      path: '/en/news/arrima-profile/',
      modifiedAt: '2026-05-04T13:00:00Z',
      siblings: { 'fr-CA': '/nouvelles/arrima/', 'en-CA': '/en/news/arrima-profile/' },
      image: { src: '/media/a&b.webp', mime: 'image/webp', width: 16, height: 9, alt: '' },
    };
    const [url] = parseXml(sitemap([entry], SITE)).urlset.url;
    expect(url.loc).toBe('https://site.example/en/news/arrima-profile/');
    expect(url.lastmod).toBe('2026-05-04T13:00:00Z');
    expect(url['image:image']['image:loc']).toBe('https://site.example/media/a&b.webp');
    expect(
      url['xhtml:link'].map((link: Record<string, string>) => [link['@_hreflang'], link['@_href']]),
    ).toEqual([
      ['fr-CA', 'https://site.example/nouvelles/arrima/'],
      ['en-CA', 'https://site.example/en/news/arrima-profile/'],
      ['x-default', 'https://site.example/nouvelles/arrima/'],
    ]);
  });

  it('is found through the index', () => {
    const { sitemapindex } = parseXml(sitemapIndex(['/sitemaps/fr-1.xml'], SITE));
    expect(sitemapindex.sitemap).toEqual([{ loc: 'https://site.example/sitemaps/fr-1.xml' }]);
  });
});

describe('the news sitemap', () => {
  it('holds what came out in the last 48 hours, in both languages, newest first', () => {
    const at = (publishedAt: string) => ({ publishedAt, modifiedAt: publishedAt });
    const published = publishedWith([
      article('vieux', at('2026-11-20T11:59:59Z')),
      article('recent', at('2026-11-20T12:00:00Z')),
      article('newest', { locale: 'en-CA', ...at('2026-11-22T11:00:00Z') }),
      article('hidden', {
        ...at('2026-11-22T11:30:00Z'),
        seo: { title: null, description: null, noindex: true },
      }),
    ]);
    const since = newsSince(new Date('2026-11-22T12:00:00Z'));
    const cards = (['fr-CA', 'en-CA'] as const).flatMap((locale) => published.articlesSince(locale, since));
    const { urlset } = parseXml(newsSitemap(cards, 'Passerelle', SITE));
    expect(urlset.url.map(({ loc }: { loc: string }) => loc)).toEqual([
      'https://site.example/en/news/newest/',
      'https://site.example/nouvelles/recent/',
    ]);
    expect(urlset.url[0]['news:news']).toEqual({
      'news:publication': { 'news:name': 'Passerelle', 'news:language': 'en' },
      'news:publication_date': '2026-11-22T11:00:00Z',
      'news:title': 'Titre de newest',
    });
  });
});
