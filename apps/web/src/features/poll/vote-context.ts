import type { APIContext } from 'astro';
import { submissionsOf } from '../../submissions/of-locals.ts';
import { requestIdOf } from '../../submissions/request-id.ts';
import type { VoteParts } from './cast-vote.ts';
import { voterCookieName } from './voter-cookie.ts';

/** A request as casting a vote sees it. */
export function votePartsOf(
  context: Pick<APIContext, 'request' | 'locals' | 'cookies' | 'clientAddress'>,
): VoteParts {
  const { request, locals, cookies } = context;
  return {
    published: locals.published,
    submissions: submissionsOf(locals),
    address: context.clientAddress,
    cookie: (documentId) => cookies.get(voterCookieName(documentId))?.value,
    now: () => new Date(),
    uuid: () => crypto.randomUUID(),
    requestId: requestIdOf(request),
  };
}
