import {
  type ConsentEvidence,
  consentEvidenceSchema,
  type Locale,
  wordingVersionSchema,
} from '@passerelle/contracts';
import type { NewsletterSetting } from '../api/subscriber/adapters/newsletter-setting.ts';
import { openEvidence, openReader } from '../api/subscriber/adapters/sealed-reader.ts';
import { readSubscriberOf } from '../api/subscriber/adapters/subscriber-rows.ts';
import type { Subscriber } from '../api/subscriber/domain/subscriber.ts';
import { statusAt } from '../api/subscriber/domain/subscriber.ts';
import { readSenderBlock } from '../mail/adapters/organization.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import type { Transaction } from '../platform/jobs/database.ts';
import { readWordings } from './adapters/wording-rows.ts';
import type { ShownWording } from './domain/shown-wording.ts';
import { evidenceTexts } from './i18n/texts.ts';
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
      format: 'passerelle-consent-evidence 2',
      at: at.toISOString(),
      email: opened?.email ?? email,
      language,
      reader: reader === null ? null : standingOf(reader, at.getTime()),
      imported: reader === null ? null : await openEvidence(records, reader),
      asker: await askerOf(strapi, language, at),
      events: events.map(({ event, previousHash, content }) => {
        const { wording, at: then, ...rest } = event;
        const shownOf = (version: string | null) => shownAs(version, event.locale, wordingOf);
        return {
          ...rest,
          at: then.toISOString(),
          wording: shownOf(wording),
          notice: shownOf(noticeOf(event)),
          previousHash,
          content,
        };
      }),
      ledger: { events: all, intact: brokenAt === null, brokenAt, hash },
    } satisfies ConsentEvidence);
  });
}

const shownAs = (
  version: string | null,
  locale: Locale,
  wordingOf: (version: string, locale: Locale) => ShownWording | null,
) => {
  if (version === null) return null;
  const shown = wordingOf(version, locale);
  return { version, label: shown?.label ?? null, text: shown?.text ?? null };
};

/** The collection notice that went with a consent; null where none did. */
const noticeOf = ({ detail }: ProvableConsent['event']): string | null =>
  wordingVersionSchema.safeParse(detail?.notice).data ?? null;

/** Who asks, as the organization's record has it now; null before it is written. */
async function askerOf(
  strapi: NewsletterSetting['strapi'],
  language: Locale,
  at: Date,
): Promise<ConsentEvidence['asker']> {
  const lines = [...(await readSenderBlock(strapi, language))];
  if (lines.length === 0) return null;
  const { withdrawal } = evidenceTexts(language === 'en-CA' ? 'en' : 'fr');
  return { asOf: at.toISOString(), lines, withdrawal };
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
