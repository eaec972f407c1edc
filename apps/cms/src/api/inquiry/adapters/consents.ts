import { consentPurposeSchema, type Inquiry, type Locale } from '@passerelle/contracts';
import { appendConsent } from '../../../consent/ledger.ts';
import type { Transaction } from '../../../platform/jobs/database.ts';
import type { InquirySetting } from './inquiry-setting.ts';

/** What a visitor agreed to by sending an inquiry. */
export interface GivenConsents
  extends Pick<Inquiry, 'email' | 'consents' | 'notice' | 'page' | 'formVersion'> {
  locale: Locale;
  at: Date;
}

/**
 * Writes the consents of an inquiry into the ledger.
 *
 * @param kind `asked` while the address is unconfirmed, `confirmed` once it is.
 */
export async function recordConsents(
  { strapi }: Pick<InquirySetting, 'strapi'>,
  transaction: Transaction,
  { consents, notice, ...given }: GivenConsents,
  kind: 'asked' | 'given' | 'confirmed',
): Promise<void> {
  for (const { purpose, wording } of purposesOf(consents)) {
    if (purpose === 'newsletter') continue;
    const shown = { purpose, wording, detail: { notice } };
    await appendConsent(strapi, transaction, { ...given, ...shown, kind, actor: 'visitor' });
  }
}

/** Asks for the newsletter, where its box was ticked: its address is confirmed by itself (double opt-in). */
export async function askForNewsletter(
  { askNewsletter }: Pick<InquirySetting, 'askNewsletter'>,
  transaction: Transaction,
  { consents, ...given }: GivenConsents,
): Promise<void> {
  for (const { purpose, wording } of purposesOf(consents)) {
    if (purpose === 'newsletter') await askNewsletter(transaction, { ...given, wording });
  }
}

/** A notice is told and not agreed to: it is none of them. */
function purposesOf(consents: readonly string[]) {
  return [...new Set(consents)].flatMap((wording) => {
    const purpose = consentPurposeSchema.safeParse(wording.slice(0, wording.lastIndexOf('-'))).data;
    return purpose === undefined ? [] : [{ purpose, wording }];
  });
}
