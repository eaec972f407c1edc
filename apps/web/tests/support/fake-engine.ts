import { articlePath, LOCALES, newsPath } from '@passerelle/contracts';
import type { Engine } from '../../publisher/engine.ts';
import { pathsIn } from '../../src/published/paths.ts';
import type { Published } from '../../src/published/published.ts';
import type { SnapshotDatabase } from '../../src/published/snapshot.ts';

/** A site in miniature: articles, their list and the files a release must have. `breakAt` makes a path fail. */
export interface FakeEngine extends Engine {
  breakAt(path: string | null): void;
  readonly rendered: string[];
}

export function fakeEngine(database: SnapshotDatabase): FakeEngine {
  let broken: string | null = null;
  const rendered: string[] = [];

  function page(path: string, published: Published): string {
    const locale = path.startsWith('/en/') ? 'en-CA' : 'fr-CA';
    const { telephone } = published.organization(locale);
    const slug = path.startsWith(newsPath(locale)) ? path.slice(newsPath(locale).length, -1) : '';
    const article = slug === '' ? undefined : published.articleBySlug(locale, slug);
    if (article) {
      const category = article.category === null ? '' : published.category(locale, article.category)?.name;
      const related = published.related(locale, article.documentId).map(({ title }) => title);
      const cover = article.cover && published.image(article.cover);
      const social = published.socialImage(locale, article.documentId);
      return JSON.stringify([article.title, article.body, category, related, telephone, cover, social]);
    }
    const list = published.newsPage(locale, null)?.cards.map(({ title }) => title);
    return JSON.stringify([path, list, telephone, published.socialImage(locale, null)]);
  }

  return {
    digest: 'fake-engine',
    rendered,
    breakAt(path) {
      broken = path;
    },
    async paths() {
      const lists = LOCALES.flatMap((locale) =>
        ['', 'rss.xml', 'atom.xml', 'feed.json'].map((file) => `${newsPath(locale)}${file}`),
      );
      const articles = LOCALES.flatMap((locale) =>
        pathsIn(database)
          .articles(locale)
          .map(({ slug }) => articlePath(locale, slug)),
      );
      return ['/', '/en/', '/404/', '/robots.txt', '/sitemap-index.xml', ...lists, ...articles];
    },
    async render(path, published) {
      if (path === broken) throw new Error('the template is broken');
      rendered.push(path);
      const html = page(path, published);
      return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });
    },
    async assets() {
      return [{ path: '/_astro/site.css', bytes: Buffer.from('body{color:black}'.repeat(100)) }];
    },
  };
}
