import { z } from 'zod';
import { consentPurposeSchema, wordingVersionSchema } from '../content/consent-text.ts';
import { instantSchema, localeSchema } from '../content/primitives.ts';
import { importedEvidenceSchema, subscriberStatusSchema } from '../submissions/newsletter-reader.ts';

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** A wording as it was shown; `text` is null where the CMS has it no longer. */
const shownWordingSchema = z.strictObject({
  version: wordingVersionSchema,
  label: z.string().nullable(),
  text: z.string().nullable(),
});

/** One event of the ledger, with what its hash is made of. */
const evidenceEventSchema = z.strictObject({
  sequence: z.int().positive(),
  at: instantSchema,
  kind: z.enum(['asked', 'given', 'confirmed', 'changed', 'withdrawn', 'erased', 'imported']),
  purpose: consentPurposeSchema,
  locale: localeSchema,
  page: z.string().nullable(),
  formVersion: z.string().nullable(),
  actor: z.string(),
  wording: shownWordingSchema.nullable(),
  /** The collection notice that was shown beside it (Q3). */
  notice: shownWordingSchema.nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).nullable(),
  previousHash: hashSchema,
  /** `hash` is the SHA-256 of `previousHash`, a line feed, and this (RFC 8785), in UTF-8. */
  content: z.string(),
  hash: hashSchema,
});
export type EvidenceEvent = z.infer<typeof evidenceEventSchema>;

/** Everything that proves what a person consented to, by their address. */
export const consentEvidenceSchema = z.strictObject({
  /** Names the form of this file. */
  format: z.literal('passerelle-consent-evidence 2'),
  at: instantSchema,
  /** As the person gave it, where their record is there; else as it was asked for. */
  email: z.string(),
  language: localeSchema,
  reader: z
    .strictObject({
      status: subscriberStatusSchema,
      joinedAt: instantSchema,
      confirmedAt: instantSchema.nullable(),
      endedAt: instantSchema.nullable(),
    })
    .nullable(),
  imported: importedEvidenceSchema.nullable(),
  /**
   * Who asks for consent (SOR/2012-36, s. 4): as the organization's record has it when this is made, not as it was when each consent was
   * given. Null before the organization is written.
   */
  asker: z
    .strictObject({
      asOf: instantSchema,
      /** Legal name, postal address, telephone, e-mail, then the consultants. */
      lines: z.array(z.string()).min(1),
      /** What is said of the end of a consent, and since which version of the form. */
      withdrawal: z.string(),
    })
    .nullable(),
  events: z.array(evidenceEventSchema),
  /** The whole ledger, verified when this was made. */
  ledger: z.strictObject({
    events: z.int().nonnegative(),
    intact: z.boolean(),
    /** The first event that isn't as it was written. */
    brokenAt: z.int().positive().nullable(),
    hash: hashSchema,
  }),
});
export type ConsentEvidence = z.infer<typeof consentEvidenceSchema>;
