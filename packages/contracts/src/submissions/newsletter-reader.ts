import { z } from 'zod';
import { documentIdSchema, instantSchema, localeSchema } from '../content/primitives.ts';
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

/** One consent as the ledger has it. */
const recordedConsentSchema = z.strictObject({
  kind: z.string(),
  purpose: z.string(),
  wording: z.string().nullable(),
  locale: localeSchema,
  page: z.string().nullable(),
  at: instantSchema,
});

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
  confirmedAt: instantSchema.nullable(),
  lastIssueAt: instantSchema.nullable(),
  consents: z.array(recordedConsentSchema),
});
export type NewsletterData = z.infer<typeof newsletterDataSchema>;
