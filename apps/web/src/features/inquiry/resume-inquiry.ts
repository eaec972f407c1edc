import { inquiryResumePath, type Locale, mailedTokenSchema } from '@passerelle/contracts';
import type { APIContext } from 'astro';
import { trailOf } from './domain/trail.ts';
import { DRAFT_LIFE_S, draftCookie } from './draft-cookie.ts';
import { leadTo } from './pages.ts';
import { type InquiryParts, openDraft, partsOf, settingOf } from './parts.ts';
import { PLAIN, type Place } from './place.ts';
import { openPlace } from './show-place.ts';

/** What the page behind the link of a mail to go on later shows. */
export type ResumeView =
  | {
      kind: 'ask';
      /** With the link's secret: where the button posts. */
      path: string;
      /** Whether this browser has another draft, which it loses. */
      hasOther: boolean;
    }
  /** The link is none of ours, or its draft is gone. */
  | { kind: 'unknown' }
  /** Drafts can't be read now. */
  | { kind: 'closed' };

export interface ResumePage {
  status: number;
  /** Seconds until it is worth trying again. */
  retryAfter: number | null;
  locale: Locale;
  /** The same page in either language. */
  paths: Record<Locale, string>;
  view: ResumeView;
}

type Context = Pick<APIContext, 'request' | 'locals' | 'cookies' | 'clientAddress' | 'url'>;

/** Opens a draft by its mailed link. Asking for the page changes nothing, as scanners of mail do; its button does. */
export function answerResume(context: Context, locale: Locale): Response | ResumePage {
  const parts = partsOf(context, locale);
  const secret = mailedTokenSchema.safeParse(context.url.searchParams.get('token'));
  const pathIn = (of: Locale) => `${inquiryResumePath(of)}${secret.success ? `?token=${secret.data}` : ''}`;
  const paths = { 'fr-CA': pathIn('fr-CA'), 'en-CA': pathIn('en-CA') };
  const page = (view: ResumeView, status: number): ResumePage => {
    return { status, retryAfter: status === 503 ? 60 : null, locale, paths, view };
  };
  if (!secret.success) return page({ kind: 'unknown' }, 404);
  if (context.request.method === 'POST') {
    const opened = parts.drafts.openLinked(secret.data);
    if (opened.outcome === 'kept') return leadOn({ ...parts, cookie: opened.cookie }, opened.cookie);
    return opened.code === 'lost' ? page({ kind: 'unknown' }, 404) : page({ kind: 'closed' }, 503);
  }
  const linked = parts.drafts.linked(secret.data);
  if (linked === 'unavailable') return page({ kind: 'closed' }, 503);
  if (!linked) return page({ kind: 'unknown' }, 404);
  return page({ kind: 'ask', path: paths[locale], hasOther: hasOther(parts, linked.id) }, 200);
}

/** Whether the browser has a draft that isn't this one, and hasn't been sent. */
function hasOther(parts: InquiryParts, id: string): boolean {
  const own = openDraft(parts);
  return own !== null && own !== 'unavailable' && !own.draft.sent && own.id !== id;
}

/** Leads to where the draft stands. */
function leadOn(parts: InquiryParts, cookie: string): Response {
  const setting = settingOf(parts);
  const opened = openDraft(parts);
  const draft = opened === null || opened === 'unavailable' ? null : opened.draft;
  const place: Place =
    draft === null || setting === null
      ? { at: 'start' }
      : draft.sent
        ? { at: 'form', step: 'sent' }
        : openPlace(trailOf(setting.guide, draft.answers), draft, setting, parts);
  return leadTo(parts, { place, state: PLAIN }, 303, draftCookie(cookie, DRAFT_LIFE_S));
}
