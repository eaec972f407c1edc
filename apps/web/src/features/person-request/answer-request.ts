import {
  type ConsentText,
  type Locale,
  personRequestPath,
  personRequestSentPath,
  REFUSAL_STATUS,
  type RefusalCode,
} from '@passerelle/contracts';
import { submissionsOf } from '../../submissions/of-locals.ts';
import { formOf } from '../../submissions/sent-body.ts';
import { guardFieldsOf } from '../../submissions/sent-fields.ts';
import { type Context, envelopeOf, type Page, refusedPage, SUBJECT } from './parts.ts';
import {
  BLANK,
  type Faults,
  faultsOf,
  type RequestFields,
  requestFieldsOf,
  requestOf,
} from './request-form.ts';

/** What the page of the request shows. */
export type RequestView =
  | {
      kind: 'form';
      fields: RequestFields;
      faults: Faults;
      /** Why it is asked for again. */
      because: RefusalCode | null;
      notice: ConsentText;
      key: string;
      token: string;
    }
  | { kind: 'refused'; code: RefusalCode };

/** Refusals that are mended by sending the same answers once more, from a fresh page. */
const SENT_AGAIN: ReadonlySet<RefusalCode> = new Set([
  'expired',
  'too-fast',
  'trapped',
  'proof-wrong',
  'key-reused',
]);

/** Answers the page of the request. What is whole leads to "look in your mail", whoever's address it is. */
export async function answerRequest(context: Context, locale: Locale): Promise<Response | Page<RequestView>> {
  const { request, locals } = context;
  if (request.method !== 'POST') return formPage(context, locale, BLANK);
  const form = await formOf(locals.sent, request);
  return form ? take(form, context, locale) : refusedPage('wrong-type');
}

async function take(form: FormData, context: Context, locale: Locale): Promise<Response | Page<RequestView>> {
  const { request, locals, clientAddress } = context;
  const submissions = submissionsOf(locals);
  const fields = requestFieldsOf(form);
  const sent = guardFieldsOf(form);
  const { key } = sent;
  const notice = locals.published.consentText(locale, 'notice')?.version ?? '';
  const body = requestOf(fields, { notice, page: personRequestPath(locale) });
  if (key === null || body === null) return formPage(context, locale, fields, { faults: faultsOf(fields) });
  const refusal = await submissions.admit(SUBJECT, { ...sent, key }, clientAddress);
  const submitted = refusal
    ? ({ outcome: 'refused', code: refusal } as const)
    : await submissions.submit({ ...envelopeOf(request, key, locale), form: 'person-request', body });
  if (submitted.outcome !== 'refused') {
    const headers = { location: personRequestSentPath(locale), 'cache-control': 'no-store' };
    return new Response(null, { status: 303, headers });
  }
  const { code } = submitted;
  return SENT_AGAIN.has(code) ? formPage(context, locale, fields, { because: code }) : refusedPage(code);
}

/** The form, with what was given so far and a key of its own. */
async function formPage(
  { locals, clientAddress }: Context,
  locale: Locale,
  fields: RequestFields,
  { faults = {}, because = null }: { faults?: Faults; because?: RefusalCode | null } = {},
): Promise<Page<RequestView>> {
  const notice = locals.published.consentText(locale, 'notice');
  if (!notice) return refusedPage('not-open');
  const issued = await submissionsOf(locals).issue(SUBJECT, clientAddress);
  // A proof of work needs a script, which this page has none of.
  if (issued.challenge) return refusedPage('too-many');
  const refusal = Object.keys(faults).length > 0 ? 'invalid' : because;
  return {
    status: refusal === null ? 200 : REFUSAL_STATUS[refusal],
    retryAfter: null,
    view: {
      ...{ kind: 'form', fields, faults, because, notice },
      key: crypto.randomUUID(),
      token: issued.token,
    },
  };
}
