import { type Locale, type NewsletterReader, REFUSAL_STATUS, type RefusalCode } from '@passerelle/contracts';
import { type Parts, subjectOf } from './parts.ts';
import type { Page } from './subscribe-view.ts';

export type Reader = Extract<NewsletterReader, { state: 'reader' }>;
export type Done = 'preferences' | 'address';

/** What is wrong with what was sent, and where. */
export type ManageFault =
  | { field: 'email'; fault: 'emailMissing' | 'emailWrong'; value: string }
  | { field: 'word' }
  | { field: 'preferences' };

export type ManageView =
  | {
      kind: 'reader';
      reader: Reader;
      done: Done | null;
      fault: ManageFault | null;
      /** Why it is asked for again. */
      because: RefusalCode | null;
      key: string;
      /** For the form that has a mail sent; null while too many come from the visitor's network. */
      token: string | null;
    }
  /** There is nothing to manage, or nothing that can be shown. */
  | { kind: 'said'; say: Said }
  | { kind: 'refused'; code: RefusalCode };

export type Said = 'gone' | 'erased' | 'unknown' | 'away' | 'received';

const STATUS: Record<Said, number> = {
  gone: 200,
  erased: 200,
  unknown: 404,
  away: 503,
  received: 202,
};

export const saidPage = (say: Said): Page<ManageView> => ({
  status: STATUS[say],
  retryAfter: say === 'away' ? 60 : null,
  view: { kind: 'said', say },
});

/** Whether a reader is sent anything now or after a pause: of a subscription that has ended there are the data alone. */
export const reads = ({ status }: Reader): boolean => status === 'active' || status === 'paused';

/** The page for a reader as the CMS has them now. */
export async function readerPage(
  { submissions, address, uuid }: Parts,
  found: NewsletterReader | 'unknown' | null,
  {
    done = null,
    fault = null,
    because = null,
  }: Partial<Pick<Extract<ManageView, { kind: 'reader' }>, 'done' | 'fault' | 'because'>> = {},
): Promise<Page<ManageView>> {
  if (found === null) return saidPage('away');
  if (found === 'unknown') return saidPage('unknown');
  if (found.state === 'gone') return saidPage('gone');
  const issued = await submissions.issue(subjectOf('newsletter-address'), address);
  const refusal = fault ? 'invalid' : because;
  return {
    status: refusal === null ? 200 : REFUSAL_STATUS[refusal],
    retryAfter: null,
    view: {
      ...{ kind: 'reader', reader: found, done, fault, because },
      key: uuid(),
      token: issued.challenge ? null : issued.token,
    },
  };
}

/** In the address of the page after something was done. */
export const DONE_PARAMETER: Record<Locale, string> = { 'fr-CA': 'fait', 'en-CA': 'done' };
