import { articlePath, homePath, LOCALES, type Locale, newsPath } from '@passerelle/contracts';
import type { Manifest } from '../releases/manifest.ts';
import type { ReleaseContent } from './release-content.ts';

/** A release with fewer articles than this share of the live one's needs an explicit word. */
const SHRINK_LIMIT = 0.8;

/** Files without which a site is not whole. */
const ESSENTIAL = [
  ...LOCALES.flatMap((locale) => [
    homePath(locale),
    newsPath(locale),
    `${newsPath(locale)}rss.xml`,
    `${newsPath(locale)}atom.xml`,
    `${newsPath(locale)}feed.json`,
  ]),
  '/404/',
  '/sitemap-index.xml',
  '/robots.txt',
];

/**
 * What speaks against making a release live, in words for the person who will read it; empty when nothing does.
 *
 * @param articles every published article: each must have its page.
 * @param live the release it would replace.
 */
export function checkRelease(
  { files }: ReleaseContent,
  articles: readonly { locale: Locale; slug: string }[],
  live: Pick<Manifest, 'articles'> | undefined,
  allowShrink: boolean,
): string[] {
  const missing = [...ESSENTIAL, ...articles.map(({ locale, slug }) => articlePath(locale, slug))].filter(
    (path) => !files[path],
  );
  const problems = missing.slice(0, 20).map((path) => `${path} is missing.`);
  if (missing.length > 20) problems.push(`And ${missing.length - 20} more are missing.`);
  const empty = Object.entries(files).find(([path, file]) => file.size === 0 && !path.startsWith('/_astro/'));
  if (empty) problems.push(`${empty[0]} is empty.`);
  if (allowShrink) return problems;
  if (articles.length === 0)
    problems.push('There is no published article. To publish an empty site, allow it.');
  else if (live && articles.length < live.articles * SHRINK_LIMIT) {
    problems.push(
      `There are ${articles.length} articles where ${live.articles} are live. To publish so many fewer, allow it.`,
    );
  }
  return problems;
}
