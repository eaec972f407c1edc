import { z } from 'zod';
import { daySchema, lineSchema, webUrlSchema } from './primitives.ts';

/** A document that was read, and when. */
export const sourceSchema = z.object({
  title: lineSchema,
  publisher: lineSchema,
  url: webUrlSchema,
  readOn: daySchema,
});
export type Source = z.infer<typeof sourceSchema>;
