import {
  type Locale,
  newsletterPath,
  newsletterSentPath,
  parseAddress,
  wordingVersionSchema,
} from '@passerelle/contracts';
import { formOf } from '../../submissions/sent-body.ts';
import { guardFieldsOf, textOf } from '../../submissions/sent-fields.ts';
import { type Context, envelopeOf, type Parts, partsOf, seeOther, subjectOf } from './parts.ts';
import { BLANK, doubtOf, emailFault, FORM_VERSION, faultsOf, subscribeFieldsOf } from './subscribe-form.ts';
import { formPage, type Page, refusedPage, SENT_AGAIN, type SubscribeView } from './subscribe-view.ts';

const PAGE = /^\/[^\s?#]{0,299}$/;

/**
 * Answers the page of the subscription. The box on every page sends an address alone: it is asked for the rest, on a page
 * that carries a key. What is whole leads to "look in your mail", whoever's address it is (L2).
 */
export async function answerSubscribe(
  context: Context,
  locale: Locale,
): Promise<Response | Page<SubscribeView>> {
  const { request, locals } = context;
  const parts = partsOf(context);
  if (request.method !== 'POST') {
    return await formPage(parts, locale, { ...BLANK, page: newsletterPath(locale) });
  }
  const form = await formOf(locals.sent, request);
  return form ? await take(form, context, parts, locale) : refusedPage('wrong-type');
}

async function take(form: FormData, context: Context, parts: Parts, locale: Locale) {
  const { published, submissions, address } = parts;
  const fields = subscribeFieldsOf(form, pageOf(form, context, locale));
  const sent = guardFieldsOf(form);
  const doubt = doubtOf(fields, textOf(form, 'doubted'));
  if (sent.key === null || form.has('correction')) {
    const email = emailFault(fields.email);
    return await formPage(parts, locale, fields, { doubt, faults: email ? { email } : {} });
  }
  const { key } = sent;
  const offered = new Set(published.categories(locale).map(({ documentId }) => documentId));
  const wording = published.consentText(locale, 'newsletter')?.version ?? '';
  const faults = faultsOf(fields, offered, wording);
  const email = parseAddress(fields.email);
  const { frequency, topics, page } = fields;
  if (doubt !== null || email === null || frequency === '' || Object.keys(faults).length > 0) {
    return await formPage(parts, locale, fields, { doubt, faults });
  }
  const refusal = await submissions.admit(subjectOf('subscribe'), { ...sent, key }, address);
  const notice = wordingVersionSchema.safeParse(fields.notice).data ?? null;
  const body = { email, topics, frequency, wording, notice, formVersion: FORM_VERSION, page };
  const submitted = refusal
    ? ({ outcome: 'refused', code: refusal } as const)
    : await submissions.submit({ ...envelopeOf(parts, key, locale), form: 'subscribe', body });
  if (submitted.outcome !== 'refused') return seeOther(newsletterSentPath(locale));
  const { code } = submitted;
  return SENT_AGAIN.has(code) ? await formPage(parts, locale, fields, { because: code }) : refusedPage(code);
}

/** Where it began: as the form says, else the page that the browser came from, else this one. */
function pageOf(form: FormData, { request, url }: Context, locale: Locale): string {
  const said = textOf(form, 'page');
  if (PAGE.test(said)) return said;
  const from = URL.parse(request.headers.get('referer') ?? '');
  return from?.host === url.host && PAGE.test(from.pathname) ? from.pathname : newsletterPath(locale);
}
