import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FEEDS, type PeerContent, templateOf } from './articles.ts';

/** Writes a Hugo site: one file with front matter an article, layouts as Go templates. */
export function writeHugoSite(folder: string, content: PeerContent): void {
  for (const each of ['content/nouvelles', 'layouts/_default', 'layouts/partials', 'data'])
    mkdirSync(join(folder, each), { recursive: true });
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
  const data = (name: string, value: unknown) => write(`data/${name}.json`, JSON.stringify(value));
  data('organization', content.organization);
  data('categories', content.categories);
  data('feeds', FEEDS);
  write('config.json', templateOf('hugo', 'hugo.json'));
  for (const layout of ['baseof', 'single', 'list'])
    write(`layouts/_default/${layout}.html`, templateOf('hugo', `${layout}.gohtml`));
  write('layouts/_default/rss.xml', templateOf('hugo', 'rss.goxml'));
  write('layouts/partials/card.html', templateOf('hugo', 'card.gohtml'));
  write('content/nouvelles/_index.html', '{ "title": "Nouvelles", "dek": "Toutes les nouvelles." }\n');
  for (const { slug, body, ...frontMatter } of content.articles) {
    const own = { ...frontMatter, date: frontMatter.publishedAt, topics: [frontMatter.categorySlug] };
    write(`content/nouvelles/${slug}.${content.bodies}`, `${JSON.stringify(own)}\n${body}\n`);
  }
}
