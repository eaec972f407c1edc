import { type Locale, type Poll, pollPath } from '@passerelle/contracts';
import type { APIContext } from 'astro';
import type { ShownResults } from '../../blocks/poll/shown-results.ts';
import { messages } from '../../i18n/index.ts';
import { submissionsOf } from '../../submissions/of-locals.ts';
import { redirectTo, replyWith, wantsReply } from './responses.ts';
import { resultsReply } from './vote-replies.ts';
import { resultsNow } from './vote-view.ts';
import { voterCookieName } from './voter-cookie.ts';

/** What the page of results shows. */
export interface ResultsView {
  poll: Poll;
  shown: ShownResults;
  /** What is announced on arrival. */
  status: string;
  hasVoted: boolean;
}

/**
 * Answers for results as they are now: the page to be shown, the answer to a script, or, for a slug that there isn't
 * any more, a redirect to where the poll's page was, which leads on.
 */
export async function answerResults(
  context: Pick<APIContext, 'params' | 'request' | 'url' | 'locals' | 'cookies'>,
  locale: Locale,
): Promise<Response | ResultsView> {
  const { params, request, url, locals, cookies } = context;
  const slug = params.slug ?? '';
  const poll = locals.published.pollBySlug(locale, slug);
  if (!poll) return redirectTo(pollPath(locale, encodeURIComponent(slug)), 302);
  const submissions = submissionsOf(locals);
  const cookie = cookies.get(voterCookieName(poll.documentId))?.value;
  const { hasVoted } = submissions.voter(poll.documentId, cookie, crypto.randomUUID());
  const shown = await resultsNow(poll, { hasVoted, closed: false }, submissions);
  const waits = hasVoted && url.searchParams.get('etat') === 'recu';
  const status = statusWords(poll, shown, hasVoted, waits);
  return wantsReply(request)
    ? replyWith(resultsReply('shown', status, poll, shown), 200)
    : { poll, shown, status, hasVoted };
}

function statusWords(poll: Poll, shown: ShownResults, hasVoted: boolean, waits: boolean): string {
  const t = messages(poll.locale).polls;
  if (waits) return t.received;
  if (hasVoted) return t.hasVoted;
  if (shown.kind === 'counts') return shown.closed ? t.resultsClosed : t.resultsOpen;
  return poll.state === 'closed' ? t.resultsClosed : t.states[poll.state];
}
