import { actions, isInputError } from 'astro:actions';
import { type Locale, type Poll, pollPath, pollResultsPath, REFUSAL_STATUS } from '@passerelle/contracts';
import type { APIContext } from 'astro';
import { messages } from '../../i18n/index.ts';
import { submissionsOf } from '../../submissions/of-locals.ts';
import { formOf } from '../../submissions/sent-body.ts';
import { type CastVote, confirmationOf, refusedVote, type TakenVote } from './cast-vote.ts';
import { redirectTo, replyWith, wantsReply } from './responses.ts';
import { votePartsOf } from './vote-context.ts';
import { refusalReply, resultsReply } from './vote-replies.ts';
import { ENDS, RETRY_AFTER, resultsNow, standingOf, type VotePage, votePage } from './vote-view.ts';
import { voterCookie } from './voter-cookie.ts';

type Context = Pick<APIContext, 'params' | 'request' | 'locals' | 'cookies' | 'clientAddress' | 'callAction'>;

/**
 * Answers a vote: a redirect, the answer to a script, or the page to be shown.
 *
 * The poll is the one named in the form, whatever slug the address has: a page kept since an earlier release
 * still votes. An address that nothing was sent to leads to the poll.
 */
export async function answerVote(context: Context, locale: Locale): Promise<Response | VotePage> {
  const { request, locals, params } = context;
  const slug = params.slug ?? '';
  if (request.method !== 'POST') return redirectTo(pollPath(locale, encodeURIComponent(slug)), 302);
  const form = await formOf(locals.sent, request);
  const cast = form ? await castFrom(form, context, locale) : refusedVote('wrong-type');
  const poll =
    'poll' in cast
      ? cast.poll
      : (locals.published.poll(locale, textIn(form, 'poll')) ??
        locals.published.pollBySlug(locale, slug) ??
        null);
  const choices = form?.getAll('choices').filter((choice) => typeof choice === 'string') ?? [];

  if (wantsReply(request)) return replyTo(cast, poll, locals, locale);
  if (cast.outcome === 'accepted' || cast.outcome === 'received') {
    return redirectTo(resultsAddress(cast, choices), 303, { 'set-cookie': cookieOf(cast) });
  }
  const parts = votePartsOf(context);
  return votePage(cast, {
    poll,
    choices,
    confirmation: (of) => confirmationOf(of, parts),
    results: (of, standing) => resultsNow(of, standing, parts.submissions),
  });
}

async function castFrom(form: FormData, { callAction }: Context, locale: Locale): Promise<CastVote> {
  form.set('locale', locale);
  try {
    return await callAction(actions.vote.orThrow, form);
  } catch (error) {
    if (!isInputError(error)) throw error;
    if ('poll' in error.fields) return refusedVote('unknown-subject');
    return refusedVote('invalid', form.has('choices') ? 'unknown' : 'none');
  }
}

async function replyTo(
  cast: CastVote,
  poll: Poll | null,
  locals: Context['locals'],
  locale: Locale,
): Promise<Response> {
  const submissions = submissionsOf(locals);
  const t = messages(locale).polls;
  if (cast.outcome === 'accepted' || cast.outcome === 'received') {
    const shown = await resultsNow(cast.poll, { hasVoted: true, closed: false }, submissions);
    const reply = resultsReply(cast.outcome, t[cast.outcome], cast.poll, shown);
    return replyWith(reply, cast.outcome === 'accepted' ? 200 : 202, { 'set-cookie': cookieOf(cast) });
  }
  // A script makes its own key: a form without one isn't what it sends.
  const { code, fault } = cast.outcome === 'confirm' ? { code: 'expired' as const, fault: null } : cast;
  const shown = poll && ENDS.has(code) ? await resultsNow(poll, standingOf(code), submissions) : null;
  const retry = RETRY_AFTER[code];
  const reply = refusalReply(code, fault, poll, shown, locals.published.organization(locale));
  return replyWith(reply, REFUSAL_STATUS[code], retry ? { 'retry-after': String(retry) } : {});
}

const cookieOf = ({ poll, voter }: TakenVote): string => voterCookie(poll, voter.cookie, new Date());

/**
 * Where a vote leads. The choice stands in the fragment, which browsers keep to themselves; of several choices none
 * can be marked so.
 */
function resultsAddress({ outcome, poll }: TakenVote, choices: readonly string[]): string {
  const path = pollResultsPath(poll.locale, poll.slug);
  const own = choices.length === 1 ? `#choix-${choices[0]}` : '#resultats';
  return outcome === 'received' ? `${path}?etat=recu` : `${path}${own}`;
}

const textIn = (form: FormData | null, name: string): string => {
  const value = form?.get(name);
  return typeof value === 'string' ? value : '';
};
