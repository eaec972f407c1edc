import { type ConsentEvidence, consentEvidenceSchema, type Locale } from '@passerelle/contracts';
import type { NewsletterSetting } from '../api/subscriber/adapters/newsletter-setting.ts';
import { openEvidence, openReader } from '../api/subscriber/adapters/sealed-reader.ts';
import { readSubscriberOf } from '../api/subscriber/adapters/subscriber-rows.ts';
import type { Subscriber } from '../api/subscriber/domain/subscriber.ts';
import { statusAt } from '../api/subscriber/domain/subscriber.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import type { Transaction } from '../platform/jobs/database.ts';
import { readWordings } from './adapters/wording-rows.ts';
import { type ProvableConsent, provableConsentOf, verifyLedger } from './ledger.ts';

/** Who takes the evidence, and why: both go on record. */
export interface EvidenceWish {
  email: string;
  actor: string | null;
  /** Nothing of the person. */
  reason: string;
}

const instant = (at: number) => new Date(at).toISOString();
const maybe = (at: number | null) => (at === null ? null : instant(at));

/**
 * Everything that proves what a person consented to: for the newsletter, and for requests they sent. The ledger is
 * verified first. That it was read is on record with it.
 *
 * @returns null where neither a reader nor the ledger knows the address.
 */
export async function gatherEvidence(
  { strapi, records, clock }: Pick<NewsletterSetting, 'strapi' | 'records' | 'clock'>,
  { email, actor, reason }: EvidenceWish,
): Promise<ConsentEvidence | null> {
  const at = clock();
  const { events: all, brokenAt, hash } = await verifyLedger(strapi);
  const wordingOf = await readWordings(strapi);
  return strapi.db.transaction(async ({ trx }) => {
    const events = await provableConsentOf(strapi, email, trx);
    const reader = await readSubscriberOf(trx, records.blindIndex('email', email));
    if (events.length === 0 && reader === null) return null;
    await record(trx, { at, actor, reason, events });
    const opened = reader === null ? null : await openReader(records, reader);
    const language: Locale = reader?.locale ?? events.at(-1)?.event.locale ?? 'fr-CA';
    return consentEvidenceSchema.parse({
      format: 'passerelle-consent-evidence 1',
      at: at.toISOString(),
      email: opened?.email ?? email,
      language,
      reader: reader === null ? null : standingOf(reader, at.getTime()),
      imported: reader === null ? null : await openEvidence(records, reader),
      events: events.map(({ event, previousHash, content }) => {
        const { wording, at: then, ...rest } = event;
        const shown = wording === null ? null : wordingOf(wording, event.locale);
        return {
          ...rest,
          at: then.toISOString(),
          wording:
            wording === null
              ? null
              : { version: wording, label: shown?.label ?? null, text: shown?.text ?? null },
          previousHash,
          content,
        };
      }),
      ledger: { events: all, intact: brokenAt === null, brokenAt, hash },
    } satisfies ConsentEvidence);
  });
}

function record(
  trx: Transaction,
  {
    at,
    actor,
    reason,
    events,
  }: { at: Date; events: readonly ProvableConsent[] } & Omit<EvidenceWish, 'email'>,
): Promise<void> {
  const detail = JSON.stringify({ reason, events: events.map(({ event }) => event.sequence) });
  return recordAudit(trx, { at, actor, action: 'evidence-read', subject: 'consent-evidence', detail });
}

const standingOf = (reader: Subscriber, now: number) => ({
  status: statusAt(reader, now),
  joinedAt: instant(reader.joinedAt),
  confirmedAt: maybe(reader.confirmedAt),
  endedAt: maybe(reader.endedAt),
});
