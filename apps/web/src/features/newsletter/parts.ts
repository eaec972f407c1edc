import type { Locale, Submission } from '@passerelle/contracts';
import type { APIContext } from 'astro';
import type { Published } from '../../published/published.ts';
import { submissionsOf } from '../../submissions/of-locals.ts';
import type { FormSubject, Submissions } from '../../submissions/port.ts';
import { requestIdOf } from '../../submissions/request-id.ts';

/** A request as the newsletter's pages see it. */
export type Context = Pick<APIContext, 'params' | 'request' | 'locals' | 'clientAddress' | 'url'>;

/** What these pages need from outside. */
export interface Parts {
  published: Published;
  submissions: Submissions;
  /** The visitor's, for the guards alone. */
  address: string;
  now(): Date;
  /** A fresh UUID. */
  uuid(): string;
  requestId: string;
}

export function partsOf({ request, locals, clientAddress }: Context): Parts {
  return {
    published: locals.published,
    submissions: submissionsOf(locals),
    address: clientAddress,
    now: () => new Date(),
    uuid: () => crypto.randomUUID(),
    requestId: requestIdOf(request),
  };
}

/** What a submission carries, besides its form and body. */
export const envelopeOf = (
  { now, requestId }: Pick<Parts, 'now' | 'requestId'>,
  key: string,
  locale: Locale,
): Pick<Submission, 'key' | 'locale' | 'receivedAt' | 'requestId'> => ({
  key,
  locale,
  receivedAt: now().toISOString(),
  requestId,
});

/** What the guards know the newsletter's forms by. */
export const subjectOf = (form: 'subscribe' | 'newsletter-address'): FormSubject => ({
  form,
  subject: 'newsletter',
});

/** @param path of this site. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path, 'cache-control': 'no-store' } });
}
