/**
 * Lists are cut into pages counted from the oldest article, so that publishing one does not move the others.
 *
 * With `size` articles a page, page 1 holds the oldest ones and never changes again by a new article.
 * The first page of the list carries the newest full page and what has come since (from `size` to
 * `2 × size − 1` articles), so that it never looks nearly empty.
 */

/** Where a page lies in the list sorted oldest first: `[start, end)`. */
export interface Span {
  start: number;
  end: number;
}

/** Numbers of the pages that stand behind the first one, newest first: `[2, 1]` for 29 articles by 8. */
export function numberedPages(total: number, size: number): number[] {
  const full = Math.floor(total / size);
  return Array.from({ length: Math.max(0, full - 1) }, (_, index) => full - 1 - index);
}

/** The articles of a page (null: the first one); undefined when there is no such page. */
export function spanOf(page: number | null, total: number, size: number): Span | undefined {
  const behind = Math.max(0, Math.floor(total / size) - 1);
  if (page === null) return { start: behind * size, end: total };
  if (!Number.isInteger(page) || page < 1 || page > behind) return undefined;
  return { start: (page - 1) * size, end: page * size };
}

/** The neighbours of a page, in the words of {@link NewsPage}. */
export function neighboursOf(
  page: number | null,
  total: number,
  size: number,
): { newer: number | 'first' | null; older: number | null } {
  const behind = Math.max(0, Math.floor(total / size) - 1);
  if (page === null) return { newer: null, older: behind === 0 ? null : behind };
  return { newer: page === behind ? 'first' : page + 1, older: page === 1 ? null : page - 1 };
}
