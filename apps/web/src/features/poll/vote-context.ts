import type { APIContext } from 'astro';
import { submissionsOf } from '../../submissions/of-locals.ts';
import type { VoteParts } from './cast-vote.ts';
import { voterCookieName } from './voter-cookie.ts';

/** A request as casting a vote sees it. */
export function votePartsOf(context: Pick<APIContext, 'locals' | 'cookies' | 'clientAddress'>): VoteParts {
  const { locals, cookies } = context;
  return {
    published: locals.published,
    submissions: submissionsOf(locals),
    address: context.clientAddress,
    cookie: (documentId) => cookies.get(voterCookieName(documentId))?.value,
    now: () => new Date(),
    uuid: () => crypto.randomUUID(),
    requestId: locals.requestId ?? crypto.randomUUID(),
  };
}
