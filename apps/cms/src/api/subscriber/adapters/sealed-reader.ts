import {
  type ImportedEvidence,
  importedEvidenceSchema,
  type Locale,
  type Subscribe,
} from '@passerelle/contracts';
import type { Subscriber } from '../domain/subscriber.ts';
import type { NewsletterSetting } from './newsletter-setting.ts';
import { SUBSCRIBERS } from './subscriber-rows.ts';

/** What is sealed of a reader, in clear. */
export interface OpenedReader {
  email: string;
  newEmail: string | null;
  manageToken: string;
}

/** A reader who has just asked, sealed, with a link of their own. */
export async function newReader(
  { records, newId, newToken }: Pick<NewsletterSetting, 'records' | 'newId' | 'newToken'>,
  asked: Subscribe,
  { locale, at }: { locale: Locale; at: number },
): Promise<Subscriber> {
  const id = newId();
  const { wrappedKey, kid, seal } = await records.newRecord(SUBSCRIBERS, id);
  return {
    id,
    emailIndex: records.blindIndex('email', asked.email),
    wrappedKey,
    kid,
    email: await seal('email', asked.email),
    newEmail: null,
    manageToken: await seal('manage_token', newToken()),
    ...wishesOf(asked, locale),
    status: 'pending',
    pausedUntil: null,
    joinedAt: at,
    askedAt: at,
    mailedAt: null,
    confirmedAt: null,
    endedAt: null,
    lastIssueAt: null,
    evidence: null,
  };
}

/** What a reader asks for, as it is stored. Programmes are chosen later, by the link that manages. */
export const wishesOf = ({ topics, frequency, wording, page, formVersion }: Subscribe, locale: Locale) => ({
  locale,
  topics,
  programmes: [],
  frequency,
  wording,
  page,
  formVersion,
});

/** @throws when it was sealed under a master key that isn't known, or has been changed. */
export async function openReader(
  records: NewsletterSetting['records'],
  { id, wrappedKey, email, newEmail, manageToken }: Subscriber,
): Promise<OpenedReader> {
  const { open } = await records.openRecord(SUBSCRIBERS, id, wrappedKey);
  return {
    email: await open('email', email),
    newEmail: newEmail === null ? null : await open('new_email', newEmail),
    manageToken: await open('manage_token', manageToken),
  };
}

/** Seals what changes of a reader. */
export async function sealFor(
  records: NewsletterSetting['records'],
  { id, wrappedKey }: Pick<Subscriber, 'id' | 'wrappedKey'>,
) {
  const { seal } = await records.openRecord(SUBSCRIBERS, id, wrappedKey);
  return {
    email: (text: string) => seal('email', text),
    newEmail: (text: string) => seal('new_email', text),
    manageToken: (text: string) => seal('manage_token', text),
    evidence: (text: string) => seal('evidence', text),
  };
}

/** What was handed over with a reader who was imported; null of those who subscribed here. */
export async function openEvidence(
  records: NewsletterSetting['records'],
  { id, wrappedKey, evidence }: Pick<Subscriber, 'id' | 'wrappedKey' | 'evidence'>,
): Promise<ImportedEvidence | null> {
  if (evidence === null) return null;
  const { open } = await records.openRecord(SUBSCRIBERS, id, wrappedKey);
  return importedEvidenceSchema.parse(JSON.parse(await open('evidence', evidence)));
}
