import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES, slugSchema } from '../content/primitives.ts';
import { issuePath, newsletterArchivePath } from './newsletter-paths.ts';
import {
  articlePath,
  categoryPath,
  glossaryPath,
  homePath,
  isReservedSlug,
  newsPath,
  pagePath,
  pollPath,
  pollsPath,
  programmePath,
  programmesPath,
  readSitePath,
  roundsPath,
  termPath,
} from './paths.ts';

const locale = fc.constantFrom(...LOCALES);
const slug = fc
  .stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/)
  .filter((text) => slugSchema.safeParse(text).success);
const kinds = {
  article: articlePath,
  category: categoryPath,
  poll: pollPath,
  programme: programmePath,
  page: pagePath,
  issue: issuePath,
} as const;
const kind = fc.constantFrom('article', 'category', 'poll', 'programme', 'page', 'issue');

describe('a path', () => {
  it('is read back to what it was made of, whatever the slug that may be used', () => {
    fc.assert(
      fc.property(kind, locale, slug, (kind, locale, slug) => {
        fc.pre(!isReservedSlug(kind, locale, slug));
        const path = kinds[kind](locale, slug);
        expect(readSitePath(path)).toEqual({ kind, locale, slug });
        expect(readSitePath(path.slice(0, -1))).toEqual({ kind, locale, slug });
      }),
    );
  });

  it('of a list or of the home page is theirs alone', () => {
    for (const locale of LOCALES) {
      expect(readSitePath(homePath(locale))).toEqual({ kind: 'home', locale });
      expect(readSitePath(newsPath(locale))).toEqual({ kind: 'news', locale });
      expect(readSitePath(pollsPath(locale))).toEqual({ kind: 'polls', locale });
      expect(readSitePath(programmesPath(locale))).toEqual({ kind: 'programmes', locale });
      expect(readSitePath(glossaryPath(locale))).toEqual({ kind: 'glossary', locale });
      expect(readSitePath(newsletterArchivePath(locale))).toEqual({ kind: 'newsletter-archive', locale });
    }
  });

  it('of a programme’s rounds is told from the programme’s own', () => {
    for (const locale of LOCALES) {
      expect(readSitePath(roundsPath(locale, 'pstq'))).toEqual({ kind: 'rounds', locale, slug: 'pstq' });
      expect(termPath(locale, 'csq')).toBe(`${glossaryPath(locale)}#csq`);
    }
  });

  it('that leads nowhere is null', () => {
    for (const path of [
      '/programmes/a/rounds/',
      '/programmes/a/b/rondes/',
      '/a/b/',
      '/nouvelles/a/b/',
      '/en/news/category/a/b/',
      '//',
    ]) {
      expect(readSitePath(path)).toBeNull();
    }
  });
});
