import { REFUSAL_STATUS, type RefusalCode } from '@passerelle/contracts';
import { type Draft, draftSchema } from './domain/draft.ts';
import { firstUnfinished } from './domain/form-faults.ts';
import { inquiryOf } from './domain/inquiry-of.ts';
import { trailOf } from './domain/trail.ts';
import { draftCookie, SENT_LIFE_S } from './draft-cookie.ts';
import type { InquiryPage, Setting } from './inquiry-view.ts';
import { type Here, leadTo, pageOf } from './pages.ts';
import { type InquiryParts, openDraft, rulesOf } from './parts.ts';
import { PLAIN, placePath } from './place.ts';
import { checkView, showPlace } from './show-place.ts';

const SENT: Here = { place: { at: 'form', step: 'sent' }, state: PLAIN };
/** Longest token or proof, in UTF-16 units. */
const CARRIED = 8_000;

/**
 * Sends a draft that has been checked. However often it is sent, it is one inquiry: its key was made with it.
 *
 * Where a proof of work is asked for and no script has made one, it goes on unproven, and the CMS has the visitor
 * confirm by mail.
 */
export async function sendInquiry(
  here: Here,
  form: FormData,
  setting: Setting,
  parts: InquiryParts,
): Promise<Response | InquiryPage> {
  const opened = openDraft(parts);
  if (opened === null || opened === 'unavailable' || opened.draft.sent)
    return await showPlace(here, setting, parts);
  const { draft, id } = opened;
  const trail = trailOf(setting.guide, draft.answers);
  const rules = rulesOf(parts, setting);
  if (trail.end.at !== 'form' || firstUnfinished(draft, rules) !== null)
    return await showPlace(here, setting, parts);

  const refused = async (code: RefusalCode) => {
    const view = await checkView({ draft, id, trail }, setting, parts);
    return pageOf(parts, here, { ...view, refusal: code }, REFUSAL_STATUS[code]);
  };
  const guarded = await guard(id, draft, form, parts);
  if (guarded.refusal) return await refused(guarded.refusal);
  const { proven } = guarded;
  const page = placePath(parts.locale, { at: 'start' });
  const submitted = await parts.submissions.submit({
    form: 'inquiry',
    key: draft.key,
    locale: parts.locale,
    receivedAt: parts.now().toISOString(),
    requestId: parts.requestId,
    body: inquiryOf(draft, { guide: setting.guide, trail, today: rules.today, page }),
    proven,
  });
  if (submitted.outcome === 'refused') return await refused(submitted.code);

  const sent: NonNullable<Draft['sent']> = {
    outcome: submitted.outcome,
    reference: submitted.outcome === 'accepted' ? (submitted.reference ?? null) : null,
    confirm: !proven,
    at: parts.now().toISOString(),
  };
  const markSent = (content: unknown) => ({ ...draftSchema.parse(content), sent });
  const kept = parts.drafts.change(parts.cookie, markSent, SENT_LIFE_S);
  // It has been sent, whether or not that can be written down.
  if (kept.outcome === 'refused')
    return pageOf(parts, SENT, { kind: 'sent', draft, trail, sent, setting, today: rules.today });
  return leadTo(parts, SENT, 303, draftCookie(kept.cookie, SENT_LIFE_S));
}

async function guard(
  id: string,
  { key }: Draft,
  form: FormData,
  { submissions, address }: InquiryParts,
): Promise<{ refusal: RefusalCode } | { refusal: null; proven: boolean }> {
  const [token, proof] = [carried(form, 'token'), carried(form, 'proof')];
  // Whatever is in the hidden field was filled in, also what isn't text.
  const trap = form.get('website');
  const sent = { key, token, proof, trap: trap === null || trap === '' ? null : 'filled' };
  const refusal = await submissions.admit({ form: 'inquiry', subject: id }, sent, address);
  if (refusal === 'too-many' && proof === null && (await submissions.heat('inquiry', address)) === 'hot')
    return { refusal: null, proven: false };
  return refusal ? { refusal } : { refusal: null, proven: true };
}

function carried(form: FormData, name: string): string | null {
  const value = form.get(name);
  return typeof value === 'string' && value !== '' && value.length <= CARRIED ? value : null;
}
