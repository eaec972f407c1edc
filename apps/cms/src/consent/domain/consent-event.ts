import { consentPurposeSchema, localeSchema, wordingVersionSchema } from '@passerelle/contracts';
import { z } from 'zod';

/** What happened to a person's consent. `asked`: a mail asks for it; `imported`: it was given elsewhere. */
const consentKindSchema = z.enum([
  'asked',
  'given',
  'confirmed',
  'changed',
  'withdrawn',
  'erased',
  'imported',
]);

/** Facts beside it; nothing personal, since it can't be erased. */
const consentDetailSchema = z.record(
  z.string().max(40),
  z.union([z.string().max(300), z.number(), z.boolean()]),
);

const consentFields = {
  kind: consentKindSchema,
  purpose: consentPurposeSchema,
  /** The wording that was shown; null where none was. */
  wording: wordingVersionSchema.nullable(),
  locale: localeSchema,
  /** Path of the page; null where there was none. */
  page: z.string().max(300).nullable(),
  formVersion: z.string().max(40).nullable(),
  at: z.date(),
  actor: z.union([z.enum(['visitor', 'system']), z.templateLiteral(['staff:', z.string().min(1).max(64)])]),
};

/** An event, as it is handed to the ledger. */
export const consentEventSchema = z.strictObject({
  ...consentFields,
  /** Whose consent: kept as a keyed hash alone. */
  email: z.string().min(3).max(320),
  detail: consentDetailSchema.optional(),
});
export type ConsentEvent = z.infer<typeof consentEventSchema>;

/** An event, as the ledger has it. */
export const recordedConsentSchema = z.object({
  ...consentFields,
  /** Its place among all events, from 1. */
  sequence: z.int().positive(),
  detail: consentDetailSchema.nullable(),
  /** SHA-256 in hexadecimal: of this event and, by the one before it, of all before. */
  hash: z.string(),
});
export type RecordedConsent = z.infer<typeof recordedConsentSchema>;
