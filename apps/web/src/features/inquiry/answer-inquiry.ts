import type { Locale } from '@passerelle/contracts';
import type { APIContext } from 'astro';
import { formOf } from '../../submissions/sent-body.ts';
import { takeLater } from './go-on-later.ts';
import type { InquiryPage } from './inquiry-view.ts';
import { type Here, leadTo, pageOf } from './pages.ts';
import { type InquiryParts, partsOf, settingOf } from './parts.ts';
import { placeOf, stateOf } from './place.ts';
import { sendInquiry } from './send-inquiry.ts';
import { showPlace } from './show-place.ts';
import { ERASE, eraseDraft, takeAnswer, takeStep } from './take-step.ts';

type Context = Pick<APIContext, 'params' | 'request' | 'locals' | 'cookies' | 'clientAddress' | 'url'>;

/** Answers any page of the inquiry: a redirect, or the page to be shown. */
export async function answerInquiry(context: Context, locale: Locale): Promise<Response | InquiryPage> {
  const { request, params, locals, url } = context;
  const parts = partsOf(context, locale);
  const place = placeOf(locale, params.step);
  if (!place)
    return pageOf(parts, { place: { at: 'start' }, state: stateOf(url.searchParams) }, { kind: 'missing' });
  const here = { place, state: stateOf(url.searchParams) };
  const setting = settingOf(parts);
  if (!setting) return pageOf(parts, here, { kind: 'closed' });
  if (request.method !== 'POST') return await showPlace(here, setting, parts);
  const form = await formOf(locals.sent, request);
  return form ? await take(here, form, setting, parts) : leadTo(parts, here, 303);
}

function take(
  here: Here,
  form: FormData,
  setting: NonNullable<ReturnType<typeof settingOf>>,
  parts: InquiryParts,
): Promise<Response | InquiryPage> | Response | InquiryPage {
  const { place } = here;
  if (form.has(ERASE)) return eraseDraft(here, parts);
  if (place.at !== 'form') return takeAnswer(here, form, setting, parts);
  if (place.step === 'check') return sendInquiry(here, form, setting, parts);
  if (place.step === 'later') return takeLater(here, form, setting, parts);
  return place.step === 'sent' ? leadTo(parts, here, 303) : takeStep(place.step, here, form, setting, parts);
}
