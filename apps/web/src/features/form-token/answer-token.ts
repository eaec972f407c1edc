import { documentIdSchema } from '@passerelle/contracts';
import type { APIContext } from 'astro';
import { z } from 'zod';
import { submissionsOf } from '../../submissions/of-locals.ts';

const querySchema = z.object({ form: z.literal('vote'), sujet: documentIdSchema });

/**
 * `GET /formulaires/jeton.json?form=vote&sujet=<document id>`: what a form on a page that is a file needs before a
 * script may send it, as `IssuedForm` of the port. 404 for what there is no form for.
 */
export async function answerToken(
  context: Pick<APIContext, 'url' | 'locals' | 'clientAddress'>,
): Promise<Response> {
  const { url, locals } = context;
  const query = querySchema.safeParse(Object.fromEntries(url.searchParams));
  if (!query.success || !locals.published.poll('fr-CA', query.data.sujet)) {
    return Response.json(null, { status: 404, headers: NOT_KEPT });
  }
  const { form, sujet } = query.data;
  const issued = await submissionsOf(locals).issue({ form, subject: sujet }, context.clientAddress);
  return Response.json(issued, { headers: NOT_KEPT });
}

const NOT_KEPT = { 'cache-control': 'no-store' };
