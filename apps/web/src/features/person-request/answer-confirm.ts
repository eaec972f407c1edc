import { type Locale, personRequestConfirmationSchema, type RefusalCode } from '@passerelle/contracts';
import { submissionsOf } from '../../submissions/of-locals.ts';
import { formOf } from '../../submissions/sent-body.ts';
import { guardFieldsOf } from '../../submissions/sent-fields.ts';
import { type Context, envelopeOf, type Page, refusedPage } from './parts.ts';

/** What the page that confirms shows: its button, or what came of it. */
export type ConfirmView =
  | { kind: 'ask'; key: string }
  | { kind: 'done'; reference: string | null }
  | { kind: 'received' }
  | { kind: 'refused'; code: RefusalCode };

/** The page that confirms. To read it, as scanners of mail do, changes nothing. */
export async function answerConfirm(context: Context, locale: Locale): Promise<Page<ConfirmView>> {
  const { request, locals, params } = context;
  const body = personRequestConfirmationSchema.safeParse({ token: params.token });
  if (!body.success) return refusedPage('unknown-subject');
  const form = request.method === 'POST' ? await formOf(locals.sent, request) : null;
  const key = form && guardFieldsOf(form).key;
  if (!key) return page(200, { kind: 'ask', key: crypto.randomUUID() });
  // The token is what entitles to it: no guard keeps anybody from it.
  const submitted = await submissionsOf(locals).submit({
    ...envelopeOf(request, key, locale),
    form: 'person-request-confirm',
    body: body.data,
  });
  switch (submitted.outcome) {
    case 'accepted':
      return page(200, { kind: 'done', reference: submitted.reference ?? null });
    case 'received':
      return page(202, { kind: 'received' });
    case 'refused':
      return refusedPage(submitted.code);
  }
}

const page = (status: number, view: ConfirmView): Page<ConfirmView> => ({ status, retryAfter: null, view });
