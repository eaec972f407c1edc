import { articlePath, homePath, LOCALES, type Locale, newsPath } from '@passerelle/contracts';
import type { Manifest } from '../releases/manifest.ts';
import { BuildError } from './build-error.ts';
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
 * What speaks against making a release live; undefined when nothing does.
 *
 * @param articles every published article: each must have its page.
 * @param live the release it would replace.
 */
export function checkRelease(
  { files }: ReleaseContent,
  articles: readonly { locale: Locale; slug: string }[],
  live: Pick<Manifest, 'articles'> | undefined,
  allowShrink: boolean,
): BuildError | undefined {
  const needed = [...ESSENTIAL, ...articles.map(({ locale, slug }) => articlePath(locale, slug))];
  const missing = needed.filter((path) => !files[path]?.size);
  if (missing.length > 0) {
    const more = missing.length > 20 ? ` and ${missing.length - 20} more` : '';
    return new BuildError('page-missing', `Missing or empty: ${missing.slice(0, 20).join(', ')}${more}.`);
  }
  if (allowShrink) return undefined;
  if (articles.length === 0) return new BuildError('empty', 'There is no published article.');
  if (live && articles.length < live.articles * SHRINK_LIMIT) {
    return new BuildError('shrunk', `${articles.length} articles where ${live.articles} are live.`);
  }
  return undefined;
}
