import type { Locale } from '@passerelle/contracts';
import type { APIContext } from 'astro';
import type { Drafts } from '../../drafts/port.ts';
import { calendarDay } from '../../i18n/dates.ts';
import type { Published } from '../../published/published.ts';
import { submissionsOf } from '../../submissions/of-locals.ts';
import type { Submissions } from '../../submissions/port.ts';
import { requestIdOf } from '../../submissions/request-id.ts';
import { type Draft, draftSchema } from './domain/draft.ts';
import type { FormRules } from './domain/form-faults.ts';
import { DRAFT_COOKIE } from './draft-cookie.ts';
import type { Setting } from './inquiry-view.ts';

/** What the inquiry's pages need from outside, for one request. */
export interface InquiryParts {
  locale: Locale;
  published: Published;
  submissions: Submissions;
  drafts: Drafts;
  /** The visitor's, for the guards alone. */
  address: string;
  /** The draft's cookie. */
  cookie: string | undefined;
  now(): Date;
  /** A fresh UUID. */
  uuid(): string;
  requestId: string;
}

/** A request as the inquiry sees it. @throws on pages that were not given what keeps drafts */
export function partsOf(
  {
    request,
    locals,
    cookies,
    clientAddress,
  }: Pick<APIContext, 'request' | 'locals' | 'cookies' | 'clientAddress'>,
  locale: Locale,
): InquiryParts {
  if (!locals.drafts) throw new Error('This page was not given what keeps drafts.');
  return {
    locale,
    published: locals.published,
    submissions: submissionsOf(locals),
    drafts: locals.drafts,
    address: clientAddress,
    cookie: cookies.get(DRAFT_COOKIE)?.value,
    now: () => new Date(),
    uuid: () => crypto.randomUUID(),
    requestId: requestIdOf(request),
  };
}

/** Null while the guide or a wording that must be shown isn't published in the language. */
export function settingOf(parts: Pick<InquiryParts, 'published' | 'locale' | 'now'>): Setting | null {
  const { published, locale } = parts;
  const guide = published.guide(locale);
  const [notice, inquiry, newsletter = null] = (['notice', 'inquiry', 'newsletter'] as const).map((purpose) =>
    published.consentText(locale, purpose),
  );
  const processors = published.processorsOutside(todayOf(parts));
  const text = published.consentText(locale, 'transfer');
  if (!guide || !notice || !inquiry || (processors.length > 0 && !text)) return null;
  const transfer = text && processors.length > 0 ? { text, processors } : null;
  return { guide, notice, inquiry, newsletter, transfer };
}

/** In Québec, `YYYY-MM-DD`. */
const todayOf = ({ now }: Pick<InquiryParts, 'now'>): string => calendarDay(now().toISOString());

/** What a draft is held against now. */
export const rulesOf = (
  parts: Pick<InquiryParts, 'now' | 'published' | 'locale'>,
  { notice, inquiry, transfer }: Setting,
): FormRules => ({
  today: todayOf(parts),
  federalOnly: !parts.published.offersQuebec(parts.locale),
  wordings: {
    notice: notice.version,
    inquiry: inquiry.version,
    transfer: transfer?.text.version ?? null,
  },
});

/** The visitor's draft and its id; null when there is none that can be read. */
export function openDraft({
  drafts,
  cookie,
}: InquiryParts): { id: string; draft: Draft } | 'unavailable' | null {
  const opened = drafts.read(cookie);
  if (opened === null || opened === 'unavailable') return opened;
  const draft = draftSchema.safeParse(opened.content);
  return draft.success ? { id: opened.id, draft: draft.data } : null;
}
