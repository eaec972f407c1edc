import { type Locale, REFUSAL_STATUS } from '@passerelle/contracts';
import { formOf } from '../../submissions/sent-body.ts';
import { guardFieldsOf, textOf } from '../../submissions/sent-fields.ts';
import { follow, type LinkView, tokenOf } from './link-view.ts';
import type { Context } from './parts.ts';
import type { Page } from './subscribe-view.ts';

/** By this field RFC 8058 (section 3.1) tells an end by one POST from any other. */
const ONE_CLICK = { name: 'List-Unsubscribe', value: 'One-Click' } as const;

/** The page that confirms. To read it, as scanners of mail do, changes nothing. */
export async function answerConfirm(context: Context, locale: Locale): Promise<Page<LinkView>> {
  const form = await sentForm(context);
  const token = tokenOf(context);
  if (token === null) return pageOf({ kind: 'refused', code: 'unknown-subject' });
  const key = form && guardFieldsOf(form).key;
  return pageOf(key ? await follow(context, locale, 'newsletter-confirm', { key, token }) : ask());
}

/** The page that ends a subscription, for people by its button and for mail programs by the same POST (L3). */
export async function answerUnsubscribe(context: Context, locale: Locale): Promise<Page<LinkView>> {
  const form = await sentForm(context);
  const token = tokenOf(context);
  if (token === null) return pageOf({ kind: 'refused', code: 'unknown-subject' });
  if (!form || textOf(form, ONE_CLICK.name) !== ONE_CLICK.value) return pageOf(ask());
  const key = guardFieldsOf(form).key ?? crypto.randomUUID();
  return pageOf(await follow(context, locale, 'newsletter-unsubscribe', { key, token }));
}

async function sentForm({ request, locals }: Context): Promise<FormData | null> {
  return request.method === 'POST' ? await formOf(locals.sent, request) : null;
}

const ask = (): LinkView => ({ kind: 'ask', key: crypto.randomUUID() });

/** A confirmation that was done before is as good as one that is done now. */
function pageOf(view: LinkView): Page<LinkView> {
  const status =
    view.kind === 'refused' && view.code !== 'already-done'
      ? REFUSAL_STATUS[view.code]
      : view.kind === 'received'
        ? 202
        : 200;
  return { status, retryAfter: status === 503 ? 60 : null, view };
}
