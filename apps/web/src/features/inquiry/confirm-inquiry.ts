import {
  inquiryConfirmPath,
  type Locale,
  mailedTokenSchema,
  REFUSAL_STATUS,
  type RefusalCode,
  submissionKeySchema,
} from '@passerelle/contracts';
import type { APIContext } from 'astro';
import { submissionsOf } from '../../submissions/of-locals.ts';
import type { Submissions } from '../../submissions/port.ts';
import { requestIdOf } from '../../submissions/request-id.ts';
import { formOf } from '../../submissions/sent-body.ts';

/** What the page behind a mailed link shows. */
export type ConfirmView =
  | {
      kind: 'ask';
      /** With the link's secret: where the button posts. */
      path: string;
      key: string;
      token: string;
      /** Why it wasn't taken; null the first time. */
      refusal: RefusalCode | null;
    }
  | { kind: 'done'; reference: string | null }
  | { kind: 'received' }
  /** The link is none of ours, or its inquiry is gone. */
  | { kind: 'unknown' };

export interface ConfirmPage {
  status: number;
  locale: Locale;
  /** The same page in either language. */
  paths: Record<Locale, string>;
  view: ConfirmView;
}

type Context = Pick<APIContext, 'request' | 'locals' | 'clientAddress' | 'url'>;

/** Tokens of this form are not about one inquiry: which one it is, the link's secret says. */
const SUBJECT = { form: 'inquiry-confirm', subject: 'mailed-link' } as const;
/** Refusals that say that there is nothing to confirm by this link. */
const GONE: ReadonlySet<RefusalCode> = new Set(['unknown-subject', 'expired', 'closed', 'not-open']);

/** Confirms an inquiry by its mailed link. Asking for the page changes nothing, as scanners of mail do; its button does. */
export async function answerConfirmation(context: Context, locale: Locale): Promise<ConfirmPage> {
  const { request, locals, url, clientAddress } = context;
  const submissions = submissionsOf(locals);
  const secret = mailedTokenSchema.safeParse(url.searchParams.get('token'));
  const pathIn = (of: Locale) => `${inquiryConfirmPath(of)}${secret.success ? `?token=${secret.data}` : ''}`;
  const paths = { 'fr-CA': pathIn('fr-CA'), 'en-CA': pathIn('en-CA') };
  const page = (view: ConfirmView, status: number): ConfirmPage => ({ status, locale, paths, view });
  if (!secret.success) return page({ kind: 'unknown' }, 404);

  const ask = async (refusal: RefusalCode | null, key: string = crypto.randomUUID()) => {
    const { token } = await submissions.issue(SUBJECT, clientAddress);
    const view = { kind: 'ask', path: paths[locale], key, token, refusal } as const;
    return page(view, refusal ? REFUSAL_STATUS[refusal] : 200);
  };
  const form = request.method === 'POST' ? await formOf(locals.sent, request) : null;
  const key = submissionKeySchema.safeParse(form?.get('key'));
  if (!form || !key.success) return await ask(null);
  const refusal = await guard(form, key.data, submissions, clientAddress);
  if (refusal) return await ask(refusal, key.data);

  const submitted = await submissions.submit({
    form: 'inquiry-confirm',
    key: key.data,
    locale,
    receivedAt: new Date().toISOString(),
    requestId: requestIdOf(request),
    body: { token: secret.data },
  });
  if (submitted.outcome === 'accepted')
    return page({ kind: 'done', reference: submitted.reference ?? null }, 200);
  if (submitted.outcome === 'received') return page({ kind: 'received' }, 202);
  if (GONE.has(submitted.code)) return page({ kind: 'unknown' }, REFUSAL_STATUS[submitted.code]);
  return await ask(submitted.code);
}

function guard(
  form: FormData,
  key: string,
  submissions: Submissions,
  address: string,
): Promise<RefusalCode | null> {
  const token = form.get('form-token');
  const trap = form.get('website');
  const sent = {
    key,
    token: typeof token === 'string' ? token : null,
    proof: null,
    trap: trap === null || trap === '' ? null : 'filled',
  };
  return submissions.admit(SUBJECT, sent, address);
}
