import { consentPurposeSchema, type Inquiry, type Locale } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { appendConsent, type ConsentEvent } from '../../../consent/ledger.ts';
import type { Transaction } from '../../../platform/jobs/database.ts';

/** What a visitor agreed to by sending an inquiry. */
export interface GivenConsents extends Pick<Inquiry, 'email' | 'consents' | 'page' | 'formVersion'> {
  locale: Locale;
  at: Date;
}

/**
 * Writes them into the ledger. The newsletter is asked for alone, since its address has to be confirmed (double opt-in),
 * and so is everything while the inquiry is unconfirmed.
 */
export async function recordConsents(
  strapi: Core.Strapi,
  transaction: Transaction,
  { email, consents, page, formVersion, locale, at }: GivenConsents,
  kind: 'asked' | 'given' | 'confirmed',
): Promise<void> {
  for (const wording of new Set(consents)) {
    const purpose = consentPurposeSchema.safeParse(wording.slice(0, wording.lastIndexOf('-'))).data;
    // A notice is told and not agreed to.
    if (purpose === undefined) continue;
    if (purpose === 'newsletter' && kind === 'confirmed') continue;
    const event: ConsentEvent = {
      kind: purpose === 'newsletter' ? 'asked' : kind,
      purpose,
      email,
      wording,
      locale,
      page,
      formVersion,
      at,
      actor: 'visitor',
    };
    await appendConsent(strapi, transaction, event);
  }
}
