import { type ConsentText, type Locale, REFUSAL_STATUS, type RefusalCode } from '@passerelle/contracts';
import { type Parts, subjectOf } from './parts.ts';
import type { Faults, SubscribeFields } from './subscribe-form.ts';

/** What the page of the subscription shows. */
export type SubscribeView =
  | {
      kind: 'form';
      fields: SubscribeFields;
      faults: Faults;
      /** An address that was probably meant. */
      doubt: string | null;
      /** Why it is asked for again. */
      because: RefusalCode | null;
      wording: ConsentText;
      /** What is told where an address is collected; null where nothing of that is published. */
      notice: ConsentText | null;
      key: string;
      token: string;
    }
  | { kind: 'refused'; code: RefusalCode };

/** A page to be answered with, and how. */
export interface Page<View> {
  status: number;
  /** Seconds until it is worth trying again. */
  retryAfter: number | null;
  view: View;
}

const RETRY_AFTER: Partial<Record<RefusalCode, number>> = { unavailable: 60, 'too-many': 600 };

export const refusedPage = (code: RefusalCode): Page<{ kind: 'refused'; code: RefusalCode }> => ({
  status: REFUSAL_STATUS[code],
  retryAfter: RETRY_AFTER[code] ?? null,
  view: { kind: 'refused', code },
});

/** Refusals that are mended by sending the same answers once more, from a fresh page. */
export const SENT_AGAIN: ReadonlySet<RefusalCode> = new Set([
  'expired',
  'too-fast',
  'trapped',
  'proof-wrong',
  'key-reused',
]);

/** The form, with what was given so far and a key of its own. */
export async function formPage(
  { published, submissions, address, uuid }: Parts,
  locale: Locale,
  fields: SubscribeFields,
  {
    faults = {},
    doubt = null,
    because = null,
  }: { faults?: Faults; doubt?: string | null; because?: RefusalCode | null } = {},
): Promise<Page<SubscribeView>> {
  const wording = published.consentText(locale, 'newsletter');
  if (!wording) return refusedPage('not-open');
  const notice = published.consentText(locale, 'notice') ?? null;
  const issued = await submissions.issue(subjectOf('subscribe'), address);
  // A proof of work needs a script, which this page has none of.
  if (issued.challenge) return refusedPage('too-many');
  const wrong = Object.keys(faults).length > 0;
  return {
    status: because === null ? (wrong ? REFUSAL_STATUS.invalid : 200) : REFUSAL_STATUS[because],
    retryAfter: null,
    view: { kind: 'form', fields, faults, doubt, because, wording, notice, key: uuid(), token: issued.token },
  };
}
