import { z } from 'zod';
import { daySchema, documentIdSchema, instantSchema, localeSchema } from '../content/primitives.ts';
import { frequencySchema } from './newsletter.ts';

/**
 * How a reader stands. `pending`: the link of the confirmation hasn't been followed. `unproven`: taken over from elsewhere
 * without evidence of a consent, and not written to. `suppressed`: the address can't be written to, or complained.
 */
export const subscriberStatusSchema = z.enum([
  'pending',
  'unproven',
  'active',
  'paused',
  'unsubscribed',
  'suppressed',
]);
export type SubscriberStatus = z.infer<typeof subscriberStatusSchema>;

/** `GET /api/newsletter/:token`, of a token that manages: what the page of preferences shows. */
export const newsletterReaderSchema = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('reader'),
    status: subscriberStatusSchema,
    /** Masked: `v•••••@exemple.example`. */
    email: z.string(),
    locale: localeSchema,
    topics: z.array(documentIdSchema),
    programmes: z.array(documentIdSchema),
    frequency: frequencySchema,
    pausedUntil: instantSchema.nullable(),
    /** An address that waits for its confirmation, masked. */
    newEmail: z.string().nullable(),
  }),
  /** Nothing is kept of the reader any more, and nothing is sent. */
  z.strictObject({ state: z.literal('gone') }),
]);
export type NewsletterReader = z.infer<typeof newsletterReaderSchema>;

/** What was handed over with a reader who was taken over from elsewhere. */
export const importedEvidenceSchema = z.strictObject({
  consentDate: daySchema.nullable(),
  wording: z.string().nullable(),
  source: z.string().nullable(),
  evidence: z.string().nullable(),
  importedAt: instantSchema,
  /** Random: the hash of all this in the ledger tells nothing of it. */
  salt: z.string(),
});
export type ImportedEvidence = z.infer<typeof importedEvidenceSchema>;

/** One consent as the ledger has it. */
const recordedConsentSchema = z.strictObject({
  kind: z.string(),
  purpose: z.string(),
  /** Version of the wording that was shown, the words of its box, and what was told around it; null where the site has them no longer. */
  wording: z.string().nullable(),
  label: z.string().nullable(),
  text: z.string().nullable(),
  locale: localeSchema,
  page: z.string().nullable(),
  formVersion: z.string().nullable(),
  /** Which of the staff isn't told. */
  actor: z.enum(['visitor', 'system', 'staff']),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).nullable(),
  at: instantSchema,
});
export type ToldConsent = z.infer<typeof recordedConsentSchema>;

/** One issue that was written for a reader. */
const readerIssueSchema = z.strictObject({
  /** When it began to be sent, or will. */
  at: instantSchema,
  /** Null until its words are written. */
  subject: z.string().nullable(),
  /** `skipped`: the reader no longer wanted it. `uncertain`: the server may have it. */
  state: z.enum(['waiting', 'sent', 'bounced', 'failed', 'uncertain', 'skipped']),
  /** What their server, or they by it, reported of it; `status` as RFC 3463 has it. Kept for 400 days. */
  reports: z.array(
    z.strictObject({
      at: instantSchema,
      kind: z.enum(['hard', 'soft', 'complaint']),
      status: z.string().nullable(),
    }),
  ),
});
export type ReaderIssue = z.infer<typeof readerIssueSchema>;

/** `GET /api/newsletter/:token/data`: everything that is kept of a reader, for that reader (L9). */
export const newsletterDataSchema = z.strictObject({
  email: z.string(),
  newEmail: z.string().nullable(),
  status: subscriberStatusSchema,
  locale: localeSchema,
  topics: z.array(documentIdSchema),
  programmes: z.array(documentIdSchema),
  frequency: frequencySchema,
  pausedUntil: instantSchema.nullable(),
  joinedAt: instantSchema,
  askedAt: instantSchema,
  mailedAt: instantSchema.nullable(),
  confirmedAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
  lastIssueAt: instantSchema.nullable(),
  /** Since when, and why, nothing is sent to the address, whatever its reader is. */
  suppressed: z
    .strictObject({ at: instantSchema, reason: z.enum(['bounced', 'complained', 'asked']) })
    .nullable(),
  imported: importedEvidenceSchema.nullable(),
  /** The first one first. */
  issues: z.array(readerIssueSchema),
  consents: z.array(recordedConsentSchema),
});
export type NewsletterData = z.infer<typeof newsletterDataSchema>;
