import { createHash } from 'node:crypto';
import { parseAddress, REFUSAL_STATUS, type RefusalCode, submissionKeySchema } from '@passerelle/contracts';
import { ownLine } from './domain/own-text.ts';
import { trailOf } from './domain/trail.ts';
import { DRAFT_LIFE_S, draftCookie } from './draft-cookie.ts';
import type { InquiryPage, Setting } from './inquiry-view.ts';
import { type Here, leadTo, notKeptPage, pageOf } from './pages.ts';
import { type InquiryParts, openDraft } from './parts.ts';
import { PLAIN } from './place.ts';
import { laterView, showPlace } from './show-place.ts';
import { change } from './take-step.ts';

/** Longer than any address, in UTF-16 units: what is too long comes back to be mended. */
const LONGEST_ADDRESS = 400;

/**
 * Has a link to the draft mailed, by which whoever reads the mail goes on with it on any device. Asked for twice from one
 * page, it is one mail.
 */
export async function takeLater(
  here: Here,
  form: FormData,
  setting: Setting,
  parts: InquiryParts,
): Promise<Response | InquiryPage> {
  const opened = openDraft(parts);
  if (opened === null || opened === 'unavailable' || opened.draft.sent)
    return await showPlace(here, setting, parts);
  const { id } = opened;
  const typed = textIn(form, 'email');
  const laterEmail = typed === null ? opened.draft.laterEmail : ownLine(typed, LONGEST_ADDRESS);
  const draft = { ...opened.draft, laterEmail };
  const view = () =>
    laterView({ draft, id, trail: trailOf(setting.guide, draft.answers) }, here, setting, parts);

  const changed = change((kept) => ({ ...kept, laterEmail }), parts);
  if ('code' in changed) return notKeptPage(parts, here, await view(), changed.code);
  const setCookie = draftCookie(changed.cookie, DRAFT_LIFE_S);
  const lead = (says: 'error' | 'mailed') =>
    leadTo(parts, { place: here.place, state: { ...PLAIN, says } }, 303, setCookie);
  const email = parseAddress(laterEmail);
  if (email === null) return lead('error');

  const refused = async (refusal: RefusalCode) =>
    pageOf(parts, here, { ...(await view()), refusal }, REFUSAL_STATUS[refusal]);
  const key = submissionKeySchema.safeParse(form.get('key'));
  if (!key.success) return await refused('expired');
  const refusal = await guard(id, key.data, form, parts);
  if (refusal) return await refused(refusal);
  const linked = parts.drafts.link(parts.cookie, `${key.data} ${email}`, DRAFT_LIFE_S);
  if (linked.outcome === 'refused') return notKeptPage(parts, here, await view(), linked.code);
  const submitted = await parts.submissions.submit({
    form: 'inquiry-continue',
    key: keyOf(linked.token),
    locale: parts.locale,
    receivedAt: parts.now().toISOString(),
    requestId: parts.requestId,
    body: { email, token: linked.token },
  });
  return submitted.outcome === 'refused' ? await refused(submitted.code) : lead('mailed');
}

function guard(
  id: string,
  key: string,
  form: FormData,
  { submissions, address }: InquiryParts,
): Promise<RefusalCode | null> {
  const trap = form.get('website');
  const sent = {
    key,
    token: textIn(form, 'token'),
    proof: null,
    // Whatever is in the hidden field was filled in, also what isn't text.
    trap: trap === null || trap === '' ? null : 'filled',
  };
  return submissions.admit({ form: 'inquiry-continue', subject: id }, sent, address);
}

/** The submission's key follows from the link, as a UUID of version 8 (RFC 9562): one link, one mail. */
function keyOf(token: string): string {
  const bytes = createHash('sha256').update(`submission of ${token}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function textIn(form: FormData, name: string): string | null {
  const value = form.get(name);
  return typeof value === 'string' ? value : null;
}
