import { isDeepStrictEqual } from 'node:util';

/**
 * Makes sure that a peer has built the article that ours has: the same elements, as often, in the columns.
 *
 * @throws with both counts when they differ, so that no figure is about another page.
 */
export function requireSameContent(path: string, ours: string, peers: string): void {
  const [expected, found] = [elementsOf(ours), elementsOf(peers)];
  if (!isDeepStrictEqual(expected, found))
    throw new Error(`${path} differs: ${JSON.stringify(expected)} here, ${JSON.stringify(found)} there.`);
}

function elementsOf(html: string): Record<string, number> {
  const start = html.indexOf('<div class="article-columns">');
  const columns = html.slice(start, html.indexOf('</article>', start));
  const counts: Record<string, number> = {};
  for (const [, name = ''] of columns.matchAll(/<([a-z]\w*)[\s>]/g)) counts[name] = (counts[name] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).toSorted(([a], [b]) => a.localeCompare(b)));
}
