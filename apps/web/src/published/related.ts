/** What the score of two articles is made of: their terms and when they were published. */
export interface RelatedSubject {
  documentId: string;
  category: string | null;
  tags: readonly string[];
  programmes: readonly string[];
  publishedAt: string;
  superseded: boolean;
}

const WEIGHT = { programme: 3, tag: 2, category: 1 } as const;

/** Shared terms, weighed: a programme says more than a tag, a tag more than a category (N15). */
export function relatedScore(a: RelatedSubject, b: RelatedSubject): number {
  const shared = (left: readonly string[], right: readonly string[]) =>
    left.filter((term) => right.includes(term)).length;
  return (
    WEIGHT.programme * shared(a.programmes, b.programmes) +
    WEIGHT.tag * shared(a.tags, b.tags) +
    (a.category !== null && a.category === b.category ? WEIGHT.category : 0)
  );
}

/**
 * The articles to read next: pinned ones as given, then by score, then by nearness in time, then by id.
 *
 * Nearness, not recency: with recency every new article would change what thousands of old ones show.
 * Superseded articles are offered only when an editor pinned them.
 *
 * @returns at most `limit` document ids, without the article itself.
 */
export function relatedIds(
  article: RelatedSubject,
  pinned: readonly string[],
  candidates: readonly RelatedSubject[],
  limit: number,
): string[] {
  const at = Date.parse(article.publishedAt);
  const distance = (candidate: RelatedSubject) => Math.abs(Date.parse(candidate.publishedAt) - at);
  const scored = candidates
    .filter((candidate) => candidate.documentId !== article.documentId && !candidate.superseded)
    .map((candidate) => ({
      id: candidate.documentId,
      score: relatedScore(article, candidate),
      distance: distance(candidate),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.distance - b.distance || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
  const ids = [...pinned.filter((id) => id !== article.documentId), ...scored];
  return [...new Set(ids)].slice(0, limit);
}
