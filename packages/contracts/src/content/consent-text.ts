import { z } from 'zod';
import { documentIdSchema, lineSchema, localeSchema } from './primitives.ts';
import { richTextSchema } from './rich-text.ts';

/** What personal data is asked for. `notice` is no purpose but what is told where it is collected (Q3). */
export const consentPurposeSchema = z.enum(['inquiry', 'newsletter', 'transfer']);
export type ConsentPurpose = z.infer<typeof consentPurposeSchema>;

/** Names the wording a person was shown: its purpose, and a number that rises with each change, in all languages alike. */
export const wordingVersionSchema = z.string().regex(/^(?:notice|inquiry|newsletter|transfer)-[1-9]\d{0,5}$/);

/** Wording of a notice or of a box to tick. Once published, its words never change: a new version is a new document. */
export const consentTextSchema = z.object({
  kind: z.literal('consent-text'),
  documentId: documentIdSchema,
  locale: localeSchema,
  purpose: z.enum([...consentPurposeSchema.options, 'notice']),
  version: wordingVersionSchema,
  /** Of the box, or of the notice. */
  label: lineSchema.min(1),
  /** What is told around it. */
  body: richTextSchema,
});
export type ConsentText = z.infer<typeof consentTextSchema>;
