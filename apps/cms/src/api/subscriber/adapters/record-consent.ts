import type { Locale } from '@passerelle/contracts';
import { appendConsent, type ConsentEvent } from '../../../consent/ledger.ts';
import type { Transaction } from '../../../platform/jobs/database.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import type { NewsletterSetting } from './newsletter-setting.ts';

interface Occasion extends Pick<ConsentEvent, 'kind' | 'email'> {
  at: number;
  /** Of the page it came from. */
  locale: Locale;
  detail?: ConsentEvent['detail'];
  /** The visitor, unless it happened otherwise. */
  actor?: ConsentEvent['actor'];
}

/** Adds what happened to a consent to the newsletter to the ledger, with the wording it is about. Last in its transaction. */
export async function recordConsent(
  { strapi }: Pick<NewsletterSetting, 'strapi'>,
  transaction: Transaction,
  { wording, page, formVersion }: Pick<Subscriber, 'wording' | 'page' | 'formVersion'>,
  { at, ...occasion }: Occasion,
): Promise<void> {
  await appendConsent(strapi, transaction, {
    purpose: 'newsletter',
    actor: 'visitor',
    // Empty of a reader who was imported: no wording and no page of ours was shown.
    wording: wording || null,
    page: page || null,
    formVersion: formVersion || null,
    at: new Date(at),
    ...occasion,
  });
}
