import type { Kept } from '../../drafts/port.ts';
import { type Draft, draftSchema, newDraft } from './domain/draft.ts';
import { faultsOf } from './domain/form-faults.ts';
import { type FormStep, stepAfter } from './domain/form-steps.ts';
import { readStep } from './domain/read-step.ts';
import { stepOf } from './domain/trail.ts';
import { DRAFT_LIFE_S, draftCookie, noDraftCookie } from './draft-cookie.ts';
import type { InquiryPage, Setting } from './inquiry-view.ts';
import { type Here, leadTo, notKeptPage, pageOf } from './pages.ts';
import { type InquiryParts, openDraft, rulesOf } from './parts.ts';
import { PLAIN, type Place } from './place.ts';
import { formView, guideView, placeOfTarget } from './show-place.ts';

const SENT: Here = { place: { at: 'form', step: 'sent' }, state: PLAIN };
const LATER_PAGE: Here = { place: { at: 'form', step: 'later' }, state: PLAIN };

/** The button by which a step is kept as it is, to be gone on with later. */
export const LATER = 'plus-tard';

/** Keeps the answer to a question of the guide, and leads where it leads. The first one begins a draft. */
export async function takeAnswer(
  here: Here,
  form: FormData,
  setting: Setting,
  parts: InquiryParts,
): Promise<Response | InquiryPage> {
  const { guide } = setting;
  const key = here.place.at === 'guide' ? here.place.key : guide.start;
  const step = stepOf(guide, key);
  if (!step) return pageOf(parts, here, { kind: 'missing' });
  if (step.kind === 'page') return leadTo(parts, here, 303);
  const chosen = form.get('option');
  const option = step.question.options.find((one) => one.key === chosen);
  if (!option && form.has(LATER) && openDraft(parts) !== null) return leadTo(parts, LATER_PAGE, 303);
  if (!option) return leadTo(parts, { place: here.place, state: { ...PLAIN, says: 'error' } }, 303);

  const answered = (draft: Draft): Draft => ({ ...draft, answers: { ...draft.answers, [key]: option.key } });
  const kept = await keepAnswer(answered, parts);
  if ('code' in kept) {
    const draft = answered(newDraft(parts.uuid()));
    return notKeptPage(parts, here, guideView(here, setting, parts, draft), kept.code);
  }
  const place = placeOfTarget(option.target, kept.draft, setting, parts);
  const next = form.has(LATER) ? LATER_PAGE : { place, state: PLAIN };
  return leadTo(parts, next, 303, draftCookie(kept.cookie, DRAFT_LIFE_S));
}

type Answered = { cookie: string; draft: Draft } | Extract<Kept, { outcome: 'refused' }>;

/** Changes the draft there is; one that was sent, or that can't be read any more, is followed by a new one. */
async function keepAnswer(answered: (draft: Draft) => Draft, parts: InquiryParts): Promise<Answered> {
  const opened = openDraft(parts);
  if (opened !== null && opened !== 'unavailable' && !opened.draft.sent) {
    const changed = change(answered, parts);
    if (!('code' in changed) || changed.code !== 'lost') return changed;
  }
  const draft = answered(newDraft(parts.uuid()));
  const kept = await parts.drafts.begin(draft, parts.address, DRAFT_LIFE_S);
  return kept.outcome === 'kept' ? { cookie: kept.cookie, draft } : kept;
}

/** The field by which a visitor has a draft, or the copy of what was sent, erased: others may use the same browser. */
export const ERASE = 'effacer';

/** Erases the draft, and leads to the beginning. */
export function eraseDraft(here: Here, parts: InquiryParts): Response | InquiryPage {
  if (!parts.drafts.erase(parts.cookie)) return pageOf(parts, here, { kind: 'closed' });
  return leadTo(parts, { place: { at: 'start' }, state: PLAIN }, 303, noDraftCookie());
}

/** Keeps what a step of the form says, and leads on, or back to what has to be mended. */
export function takeStep(
  step: FormStep,
  here: Here,
  form: FormData,
  setting: Setting,
  parts: InquiryParts,
): Response | InquiryPage {
  const said = readStep(step, form);
  const changed = change((draft) => (draft.sent ? draft : said.apply(draft)), parts);
  if ('code' in changed) {
    const opened = openDraft(parts);
    const before = opened === null || opened === 'unavailable' ? newDraft(parts.uuid()) : opened.draft;
    return notKeptPage(parts, here, formView(step, said.apply(before), here, setting, parts), changed.code);
  }
  const { draft, cookie } = changed;
  if (draft.sent) return leadTo(parts, SENT, 303);
  const state = { says: null, toCheck: here.state.toCheck };
  const setCookie = draftCookie(cookie, DRAFT_LIFE_S);
  const again = (says: 'error' | 'masked') =>
    leadTo(parts, { place: here.place, state: { ...state, says } }, 303, setCookie);
  if (said.masked.length > 0) return again('masked');
  if (form.has(LATER)) return leadTo(parts, LATER_PAGE, 303, setCookie);
  if (faultsOf(step, draft, rulesOf(parts, setting)).length > 0) return again('error');
  const next = state.toCheck ? null : stepAfter(step);
  const place: Place = { at: 'form', step: next ?? 'check' };
  return leadTo(parts, { place, state: PLAIN }, 303, setCookie);
}

/** Changes the draft that the visitor has. */
export function change(how: (draft: Draft) => Draft, { drafts, cookie }: InquiryParts): Answered {
  let draft: Draft | undefined;
  const kept = drafts.change(
    cookie,
    (content) => {
      draft = how(draftSchema.parse(content));
      return draft;
    },
    DRAFT_LIFE_S,
  );
  if (kept.outcome === 'refused') return kept;
  if (!draft) throw new Error('A draft was kept that nothing was made of.');
  return { cookie: kept.cookie, draft };
}
