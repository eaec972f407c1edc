import type { DraftRefusal } from '../../drafts/port.ts';
import type { InquiryPage, InquiryView } from './inquiry-view.ts';
import type { InquiryParts } from './parts.ts';
import { type Place, type PlaceState, placePath } from './place.ts';

/** Where a request is. */
export interface Here {
  place: Place;
  state: PlaceState;
}

const STATUS: Partial<Record<InquiryView['kind'], number>> = { lost: 410, closed: 503, missing: 404 };
const KEPT_STATUS: Record<DraftRefusal, number> = {
  lost: 410,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
};
const RETRY_AFTER_S: Partial<Record<number, number>> = { 429: 600, 503: 60 };

/** @param status unless the view itself says it. */
export function pageOf({ locale }: InquiryParts, here: Here, view: InquiryView, status = 200): InquiryPage {
  const told = STATUS[view.kind] ?? status;
  return { status: told, retryAfter: RETRY_AFTER_S[told] ?? null, locale, ...here, notKept: null, view };
}

/** What was typed, shown again because it could not be kept. */
export function notKeptPage(
  parts: InquiryParts,
  here: Here,
  view: InquiryView,
  code: DraftRefusal,
): InquiryPage {
  if (code === 'lost') return pageOf(parts, here, { kind: 'lost' });
  return { ...pageOf(parts, here, view, KEPT_STATUS[code]), notKept: code };
}

/** Leads to a page of the inquiry. @param cookie the `Set-Cookie` header that goes with it. */
export function leadTo(
  { locale }: InquiryParts,
  { place, state }: Here,
  status: 302 | 303,
  cookie: string | null = null,
): Response {
  const headers = new Headers({ location: placePath(locale, place, state), 'cache-control': 'no-store' });
  if (cookie !== null) headers.set('set-cookie', cookie);
  return new Response(null, { status, headers });
}
