import { finalText, type Locale } from '@passerelle/contracts';
import type { APIContext } from 'astro';
import { publishedResults } from '../../blocks/poll/shown-results.ts';

/**
 * The text of a poll's final count, whose SHA-256 stands beside it on the page; 404 as long as the count isn't final,
 * or isn't shown.
 */
export function answerFinalText({ params, locals }: Pick<APIContext, 'params' | 'locals'>, locale: Locale) {
  const poll = locals.published.pollBySlug(locale, params.slug ?? '');
  const shown = poll && publishedResults(poll);
  if (!poll || shown?.kind !== 'counts' || !shown.final) return new Response(null, { status: 404 });
  const closedAt = new Date(shown.final.closedAt).toISOString();
  return new Response(finalText(poll.documentId, closedAt, shown.counts), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}
