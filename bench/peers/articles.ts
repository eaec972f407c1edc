import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Article,
  articlePath,
  articleSchema,
  categorySchema,
  type Organization,
  organizationSchema,
  tagSchema,
} from '@passerelle/contracts';
import Database from 'better-sqlite3';
import { type LiveRelease, liveRelease } from '../live-release.ts';
import { markdownOf } from './markdown.ts';

/** Front matter of an article's source file, the same for every peer. */
export interface PeerFrontMatter {
  title: string;
  dek: string;
  /** Instants. */
  publishedAt: string;
  modifiedAt: string;
  category: string;
  categorySlug: string;
  keywords: string[];
  citations: object[];
  image: { src: string; width: number; height: number; alt: string };
  /** Slugs of four articles: peers are told, where our publisher works them out. */
  related: string[];
}

export interface PeerArticle extends PeerFrontMatter {
  slug: string;
  /** Facts, text, sources and keywords: HTML around the text, which is in the bodies' language. */
  body: string;
}

/** What the peers' articles are written in. */
export const BODIES = ['md', 'html'] as const;
export type Bodies = (typeof BODIES)[number];

export interface PeerContent {
  bodies: Bodies;
  articles: PeerArticle[];
  organization: Organization;
  categories: { slug: string; name: string }[];
}

/** The French articles of a published site, as the peers' sources have them. */
export function peerContent(dataDir: string, bodies: Bodies): PeerContent {
  const database = new Database(join(dataDir, 'web/snapshot.sqlite'), { readonly: true });
  try {
    const entries = (kind: string) =>
      database
        .prepare<[string], string>(`SELECT json FROM entry WHERE kind = ? AND locale = 'fr-CA' ORDER BY id`)
        .pluck()
        .all(kind)
        .map((json): unknown => JSON.parse(json));
    const categories = entries('category').map((entry) => categorySchema.parse(entry));
    const tags = new Map(
      entries('tag')
        .map((entry) => tagSchema.parse(entry))
        .map((tag) => [tag.documentId, tag.name]),
    );
    const release = liveRelease(dataDir);
    const articles = entries('article').map((entry) => {
      const article = articleSchema.parse(entry);
      const category = categories.find(({ documentId }) => documentId === article.category);
      if (!category) throw new Error(`${article.slug} has no category.`);
      return peerArticle(article, category, tags, release, bodies);
    });
    const [organization] = entries('organization');
    return {
      bodies,
      articles,
      organization: organizationSchema.parse(organization),
      categories: categories.map(({ slug, name }) => ({ slug, name })),
    };
  } finally {
    database.close();
  }
}

function peerArticle(
  article: Article,
  category: { slug: string; name: string },
  tags: ReadonlyMap<string, string>,
  release: LiveRelease,
  bodies: Bodies,
): PeerArticle {
  const html = release.html(articlePath('fr-CA', article.slug));
  const cover = /<img class="article-cover" src="([^"]+)" width="(\d+)" height="(\d+)"/.exec(html);
  if (!cover || !article.cover) throw new Error(`${article.slug} has no cover.`);
  const [, src = '', width, height] = cover;
  const related = between(html, '<section class="band" aria-labelledby="related">', '</section>');
  return {
    slug: article.slug,
    title: article.title,
    dek: article.dek ?? '',
    publishedAt: article.publishedAt,
    modifiedAt: article.modifiedAt,
    category: category.name,
    categorySlug: category.slug,
    keywords: article.tags.flatMap((tag) => tags.get(tag) ?? []),
    citations: article.sources.map(({ title, url, publisher }) => ({
      '@type': 'CreativeWork',
      name: title,
      url,
      publisher: { '@type': 'Organization', name: publisher },
    })),
    image: { src, width: Number(width), height: Number(height), alt: article.cover.alt },
    related: [...related.matchAll(/href="\/nouvelles\/([^/"]+)\/"/g)].map(([, slug = '']) => slug),
    body: bodyOf(between(html, '<div class="article-columns">', '</article>'), bodies),
  };
}

function bodyOf(columns: string, bodies: Bodies): string {
  const start = '<div class="article-columns">';
  if (bodies === 'html') return `${start}${columns}`;
  const prose = '<div class="prose">';
  const from = columns.indexOf(prose) + prose.length;
  // The text ends where the notes, or else the way back, begin.
  const rest = /<\/div>\s*(?:<section class="notes|<p class="article-back")/.exec(columns);
  if (from < prose.length || !rest) throw new Error('An article has no text.');
  const text = markdownOf(columns.slice(from, rest.index));
  return `${start}${columns.slice(0, from)}\n\n${text}\n\n${columns.slice(rest.index)}`;
}

/** @throws when the page isn't as it was when this was written. */
function between(html: string, start: string, end: string): string {
  const from = html.indexOf(start);
  const to = html.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`A page has no ${start}.`);
  return html.slice(from + start.length, to);
}

export const FEEDS = [
  { file: 'rss.xml', type: 'application/rss+xml', name: 'RSS' },
  { file: 'atom.xml', type: 'application/atom+xml', name: 'Atom' },
  { file: 'feed.json', type: 'application/feed+json', name: 'JSON Feed' },
];
export const SITE = 'https://www.example.org';

export const templateOf = (peer: 'eleventy' | 'hugo', file: string): string =>
  readFileSync(join(import.meta.dirname, peer, file), 'utf8');
