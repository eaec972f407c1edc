import type { APIContext } from 'astro';
import { z } from 'zod';
import { submissionsOf } from '../../submissions/of-locals.ts';
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

/** The name of the request in the logs: the web server's own word, which it writes over whatever a visitor sent. */
function requestIdOf({ headers }: Request): string {
  const given = z.uuid().safeParse(headers.get('x-request-id'));
  return given.success ? given.data : crypto.randomUUID();
}
