import { type ConsentPurpose, consentPurposeSchema } from '@passerelle/contracts';
import type { RecordedConsent } from '../../consent/domain/consent-event.ts';

/** What of the ledger says how a consent stands. */
type Told = Pick<RecordedConsent, 'purpose' | 'kind'>;

/**
 * The purposes for which a person's consent stands: the ledger's last word on each isn't its end.
 *
 * @param events of one person, the first one first.
 * @param reads whether the newsletter has a subscription to end. The ledger doesn't know: a wish that nobody confirmed, or a
 *   subscription that ended long ago, is forgotten without an event.
 */
export function standingConsents(events: readonly Told[], reads: boolean): ConsentPurpose[] {
  const last = new Map(events.map(({ purpose, kind }) => [purpose, kind]));
  return consentPurposeSchema.options.filter((purpose) => {
    if (purpose === 'newsletter') return reads;
    const kind = last.get(purpose);
    return kind !== undefined && kind !== 'withdrawn' && kind !== 'erased';
  });
}
