import { type Guide, type GuideTarget, parseAddress } from '@passerelle/contracts';
import { deadlineOf, isShort } from './domain/deadline.ts';
import type { Draft } from './domain/draft.ts';
import { faultsOf, firstUnfinished } from './domain/form-faults.ts';
import { type FormStep, stepBefore } from './domain/form-steps.ts';
import { keyBefore, lastKey, stepOf, type Trail, trailOf } from './domain/trail.ts';
import type { InquiryPage, InquiryView, LaterView, Setting } from './inquiry-view.ts';
import { type Here, leadTo, pageOf } from './pages.ts';
import { type InquiryParts, openDraft, rulesOf } from './parts.ts';
import { PLAIN, type Place, placePath } from './place.ts';

/** Shows a page of the inquiry, or leads to the one that has to come before it. Nothing is written. */
export async function showPlace(
  here: Here,
  setting: Setting,
  parts: InquiryParts,
): Promise<Response | InquiryPage> {
  const opened = openDraft(parts);
  const { place } = here;
  if (place.at !== 'form') {
    const draft = opened === 'unavailable' ? null : (opened?.draft ?? null);
    return pageOf(parts, here, guideView(here, setting, parts, draft));
  }
  if (opened === 'unavailable') return pageOf(parts, here, { kind: 'closed' });
  if (opened === null) return pageOf(parts, here, { kind: 'lost' });

  const { draft, id } = opened;
  const trail = trailOf(setting.guide, draft.answers);
  if (draft.sent) {
    if (place.step !== 'sent')
      return leadTo(parts, { place: { at: 'form', step: 'sent' }, state: PLAIN }, 302);
    return pageOf(parts, here, {
      kind: 'sent',
      draft,
      trail,
      sent: draft.sent,
      setting,
      today: rulesOf(parts, setting).today,
    });
  }
  if (place.step === 'later')
    return pageOf(parts, here, await laterView({ draft, id, trail }, here, setting, parts));
  if (trail.end.at !== 'form')
    return leadTo(parts, { place: openPlace(trail, draft, setting, parts), state: PLAIN }, 302);
  if (place.step === 'check' || place.step === 'sent') {
    const step = firstUnfinished(draft, rulesOf(parts, setting));
    if (step)
      return leadTo(parts, { place: { at: 'form', step }, state: { ...here.state, says: 'error' } }, 302);
    if (place.step === 'sent')
      return leadTo(parts, { place: { at: 'form', step: 'check' }, state: PLAIN }, 302);
    return pageOf(parts, here, await checkView({ draft, id, trail }, setting, parts));
  }
  return pageOf(parts, here, formView(place.step, draft, here, setting, parts));
}

const LATER_PLACE: Place = { at: 'form', step: 'later' };

/** A step of the guide; also without a draft: what it says is for everyone. */
export function guideView(
  { place, state }: Here,
  { guide, ...setting }: Setting,
  parts: InquiryParts,
  draft: Draft | null,
): InquiryView {
  const key = place.at === 'guide' ? place.key : guide.start;
  const step = stepOf(guide, key);
  if (!step) return { kind: 'missing' };
  const trail = trailOf(guide, draft?.answers ?? {});
  const before = keyBefore(trail, key);
  const back = key === guide.start ? null : placePath(parts.locale, guidePlace(guide, before ?? guide.start));
  const canKeep = draft !== null && !draft.sent;
  if (step.kind === 'page') {
    const { page } = step;
    const next =
      page.next && placePath(parts.locale, placeOfTarget(page.next, draft, { guide, ...setting }, parts));
    return { kind: 'page', page, next, back, later: canKeep ? placePath(parts.locale, LATER_PLACE) : null };
  }
  const goesOn = draft && !draft.sent && key === guide.start && trail.passed.length > 0;
  return {
    kind: 'question',
    question: step.question,
    chosen: draft?.sent ? null : (draft?.answers[key] ?? null),
    faulty: state.says === 'error',
    back,
    resume: goesOn ? placePath(parts.locale, openPlace(trail, draft, { guide, ...setting }, parts)) : null,
    canKeep,
  };
}

/** A step of the form. Faults are told once it has been sent. */
export function formView(
  step: FormStep,
  draft: Draft,
  { state }: Here,
  setting: Setting,
  parts: InquiryParts,
): InquiryView {
  const before = stepBefore(step);
  const last = lastKey(trailOf(setting.guide, draft.answers));
  const back: Place = state.toCheck
    ? { at: 'form', step: 'check' }
    : before
      ? { at: 'form', step: before }
      : guidePlace(setting.guide, last ?? setting.guide.start);
  return {
    kind: 'form',
    step,
    draft,
    faults: state.says === 'error' ? faultsOf(step, draft, rulesOf(parts, setting)) : [],
    masked: state.says === 'masked',
    back: placePath(parts.locale, back),
    setting,
  };
}

/** The answers to be checked, with a fresh token. */
export async function checkView(
  { draft, id, trail }: { draft: Draft; id: string; trail: Trail },
  setting: Setting,
  parts: InquiryParts,
): Promise<Extract<InquiryView, { kind: 'check' }>> {
  const { token } = await parts.submissions.issue({ form: 'inquiry', subject: id }, parts.address);
  const { today } = rulesOf(parts, setting);
  const deadline = deadlineOf(draft.fields, today);
  const urgent = 'day' in deadline && deadline.day !== null && isShort(deadline.day, today);
  return { kind: 'check', draft, trail, setting, token, refusal: null, today, urgent };
}

/** Where one asks for a link to go on later, with a fresh token. */
export async function laterView(
  { draft, id, trail }: { draft: Draft; id: string; trail: Trail },
  { state }: Pick<Here, 'state'>,
  setting: Setting,
  parts: InquiryParts,
): Promise<LaterView> {
  const { token } = await parts.submissions.issue({ form: 'inquiry-continue', subject: id }, parts.address);
  const isRight = parseAddress(draft.laterEmail) !== null;
  const fault = draft.laterEmail === '' ? 'email-missing' : 'email-wrong';
  return {
    kind: 'later',
    email: draft.laterEmail === '' && state.says === null ? draft.fields.email : draft.laterEmail,
    fault: state.says === 'error' && !isRight ? fault : null,
    refusal: null,
    mailed: state.says === 'mailed' && isRight,
    key: parts.uuid(),
    token,
    resume: placePath(parts.locale, openPlace(trail, draft, setting, parts)),
  };
}

/** The first question has the address where the inquiry begins. */
const guidePlace = (guide: Guide, key: string): Place =>
  key === guide.start ? { at: 'start' } : { at: 'guide', key };

/** Where an answer or a page of the guide leads: to the form's beginning, or to its end once all is filled in. */
export function placeOfTarget(
  target: GuideTarget,
  draft: Draft | null,
  setting: Setting,
  parts: InquiryParts,
): Place {
  if (target.to !== 'form') return guidePlace(setting.guide, target.key);
  const isFinished = draft && firstUnfinished(draft, rulesOf(parts, setting)) === null;
  return { at: 'form', step: isFinished ? 'check' : 'message' };
}

/** Where a draft goes on. */
export function openPlace({ end }: Trail, draft: Draft, setting: Setting, parts: InquiryParts): Place {
  if (end.at === 'question') return guidePlace(setting.guide, end.question.key);
  if (end.at === 'page') return guidePlace(setting.guide, end.page.key);
  return { at: 'form', step: firstUnfinished(draft, rulesOf(parts, setting)) ?? 'check' };
}
