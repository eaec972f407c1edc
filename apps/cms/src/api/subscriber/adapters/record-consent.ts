import type { Locale } from '@passerelle/contracts';
import { appendConsent, type ConsentEvent } from '../../../consent/ledger.ts';
import type { Transaction } from '../../../platform/jobs/database.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import type { NewsletterSetting } from './newsletter-setting.ts';

export interface Occasion extends Pick<ConsentEvent, 'kind' | 'email'> {
  at: number;
  /** Of the page it came from. */
  locale: Locale;
  detail?: ConsentEvent['detail'];
  /** The visitor, unless it happened otherwise. */
  actor?: ConsentEvent['actor'];
}

type Shown = Pick<Subscriber, 'wording' | 'page' | 'formVersion'>;

/** Adds what happened to a consent to the newsletter to the ledger, with the wording it is about. Last in its transaction. */
export async function recordConsent(
  { strapi }: Pick<NewsletterSetting, 'strapi'>,
  transaction: Transaction,
  shown: Shown,
  occasion: Occasion,
): Promise<void> {
  await appendConsent(strapi, transaction, newsletterConsent(shown, occasion));
}

/** What happened to a consent to the newsletter, as the ledger has it. */
export function newsletterConsent(
  { wording, page, formVersion }: Shown,
  { at, ...occasion }: Occasion,
): ConsentEvent {
  return {
    purpose: 'newsletter',
    actor: 'visitor',
    // Empty of a reader who was imported: no wording and no page of ours was shown.
    wording: wording || null,
    page: page || null,
    formVersion: formVersion || null,
    at: new Date(at),
    ...occasion,
  };
}
