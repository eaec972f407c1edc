import { z } from 'zod';
import { daySchema, languageTagSchema, lineSchema, webUrlSchema } from './primitives.ts';

/** A document that was read, and when. Without `lang` it is in the language of the page that cites it. */
export const sourceSchema = z.object({
  title: lineSchema,
  publisher: lineSchema,
  url: webUrlSchema,
  readOn: daySchema,
  lang: languageTagSchema.optional(),
});
export type Source = z.infer<typeof sourceSchema>;
