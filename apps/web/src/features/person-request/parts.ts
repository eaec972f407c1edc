import { type Locale, REFUSAL_STATUS, type RefusalCode, type Submission } from '@passerelle/contracts';
import type { APIContext } from 'astro';
import type { FormSubject } from '../../submissions/port.ts';
import { requestIdOf } from '../../submissions/request-id.ts';

/** A request as these pages see it. */
export type Context = Pick<APIContext, 'params' | 'request' | 'locals' | 'clientAddress'>;

/** A page to be answered with, and how. */
export interface Page<View> {
  status: number;
  /** Seconds until it is worth trying again. */
  retryAfter: number | null;
  view: View;
}

/** What the guards know the form by. */
export const SUBJECT: FormSubject = { form: 'person-request', subject: 'person-request' };

/** What a submission carries, besides its form and body. */
export const envelopeOf = (
  request: Request,
  key: string,
  locale: Locale,
): Pick<Submission, 'key' | 'locale' | 'receivedAt' | 'requestId'> => ({
  key,
  locale,
  receivedAt: new Date().toISOString(),
  requestId: requestIdOf(request),
});

const RETRY_AFTER: Partial<Record<RefusalCode, number>> = { unavailable: 60, 'too-many': 600 };

export const refusedPage = (code: RefusalCode): Page<{ kind: 'refused'; code: RefusalCode }> => ({
  status: REFUSAL_STATUS[code],
  retryAfter: RETRY_AFTER[code] ?? null,
  view: { kind: 'refused', code },
});

/** Gives a page its status and headers: nothing of these pages is kept anywhere. */
export function startAnswer(
  response: { status?: number; readonly headers: Headers },
  { status, retryAfter }: Pick<Page<unknown>, 'status' | 'retryAfter'>,
): void {
  response.status = status;
  response.headers.set('cache-control', 'no-store');
  if (retryAfter !== null) response.headers.set('retry-after', String(retryAfter));
}
