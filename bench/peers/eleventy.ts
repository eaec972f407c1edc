import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FEEDS, type PeerContent, SITE, templateOf } from './articles.ts';

/** Writes an Eleventy site: one file with front matter an article, layouts in Nunjucks. */
export function writeEleventySite(folder: string, content: PeerContent): void {
  for (const each of ['content/nouvelles', 'layouts', 'data'])
    mkdirSync(join(folder, each), { recursive: true });
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
  const data = (name: string, value: unknown) => write(`data/${name}.json`, JSON.stringify(value));
  data('organization', content.organization);
  data('categories', content.categories);
  data('feeds', FEEDS);
  data('site', SITE);
  write('package.json', '{ "type": "module" }');
  write('eleventy.config.js', templateOf('eleventy', 'eleventy.config.mjs'));
  for (const layout of ['page', 'article', 'list', 'card'])
    write(`layouts/${layout}.njk`, templateOf('eleventy', `${layout}.njk`));
  for (const page of ['lists', 'rss']) write(`content/${page}.njk`, templateOf('eleventy', `${page}.njk`));
  write('content/nouvelles/nouvelles.json', '{ "layout": "article.njk", "tags": ["article"] }');
  for (const { slug, body, ...frontMatter } of content.articles)
    write(
      `content/nouvelles/${slug}.${content.bodies}`,
      `---json\n${JSON.stringify(frontMatter)}\n---\n${body}\n`,
    );
}

/** Eleventy's command line, as the package has it. */
export const ELEVENTY = join(dirname(fileURLToPath(import.meta.resolve('@11ty/eleventy'))), '../cmd.cjs');
