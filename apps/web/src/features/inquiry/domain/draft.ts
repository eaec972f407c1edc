import {
  instantSchema,
  referenceSchema,
  slugSchema,
  submissionKeySchema,
  wordingVersionSchema,
} from '@passerelle/contracts';
import { z } from 'zod';

/** Of the form's own fields and what they mean; raised when that changes. */
export const FORM_VERSION = '1';

const typed = z.string().max(60_000).catch('');

/** What was typed, as it was typed: also what is wrong, so that it can be mended. */
const fieldsSchema = z.object({
  message: typed,
  name: typed,
  email: typed,
  telephone: typed,
  reach: typed,
  country: typed,
  day: typed,
  month: typed,
  year: typed,
});
export type DraftFields = z.infer<typeof fieldsSchema>;
export type FieldName = keyof DraftFields;

/**
 * A visitor's draft. A field that it doesn't have, or has in a form that is no longer known, is empty: what a former
 * version of the form has kept stays, and the rest is asked again.
 */
export const draftSchema = z.object({
  /** Of the submission that it becomes: made with the draft, so that it is sent once. */
  key: submissionKeySchema,
  answers: z.record(slugSchema, slugSchema).catch({}),
  fields: fieldsSchema.catch(() => emptyFields()),
  /** Whether the visitor says that the request is a matter of the federal government; asked while Québec’s programmes aren’t offered. */
  federal: z.boolean().catch(false),
  /** Whether something in the message was masked. */
  masked: z.boolean().catch(false),
  /** The collection notice that was shown, and the boxes ticked, by their wordings. */
  notice: wordingVersionSchema.nullable().catch(null),
  consents: z.array(wordingVersionSchema).max(3).catch([]),
  /** Where the link to go on later is mailed to, as it was typed. */
  laterEmail: typed,
  sent: z
    .object({
      /** `received`: kept until the CMS is back, without a reference yet. */
      outcome: z.enum(['accepted', 'received']),
      reference: referenceSchema.nullable(),
      /** Whether it only counts once the link in a mail has been followed. */
      confirm: z.boolean(),
      at: instantSchema,
    })
    .nullable()
    .catch(null),
});
export type Draft = z.infer<typeof draftSchema>;

const emptyFields = (): DraftFields => ({
  message: '',
  name: '',
  email: '',
  telephone: '',
  reach: '',
  country: '',
  day: '',
  month: '',
  year: '',
});

/** @param key of the submission that it will become. */
export const newDraft = (key: string): Draft => ({
  key,
  answers: {},
  fields: emptyFields(),
  federal: false,
  masked: false,
  notice: null,
  consents: [],
  laterEmail: '',
  sent: null,
});
