import { contentFor, type DigestContent } from './digest.ts';
import type { NewsItem } from './news.ts';

/** From when to when a digest tells of things, in milliseconds: after the one before it, up to its own look. */
export interface DigestSpan {
  since: number;
  until: number;
}

/**
 * A digest as somebody gets it who reads of all topics and programmes and has read every one before: what is kept for everybody, since it
 * depends on no reader.
 *
 * @returns null where there was nothing new in the language.
 */
export function everythingEdition(
  news: readonly NewsItem[],
  locale: string,
  { since, until }: DigestSpan,
): DigestContent | null {
  const noticed = news.filter((item) => item.noticedAt <= until && item.appearedAt <= until);
  const before = new Set(
    noticed.filter((item) => item.noticedAt <= since && item.locale === locale).map(({ article }) => article),
  );
  const everybody = { locale, topics: [], programmes: [], lastIssueAt: since, joinedAt: 0 };
  return contentFor(everybody, noticed, (article) => before.has(article));
}
