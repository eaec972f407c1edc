import { z } from 'zod';
import { documentIdSchema, instantSchema, lineSchema, localeSchema, slugSchema } from './primitives.ts';
import { richTextSchema } from './rich-text.ts';

/** What an issue was: a digest by its rhythm, or a mailing that was written by itself. */
export const issueEditionSchema = z.enum(['daily', 'weekly', 'monthly', 'campaign']);
export type IssueEdition = z.infer<typeof issueEditionSchema>;

/** An issue of the newsletter that was sent, as everybody may read it: nothing in it is any reader's own (L11). */
export const issueSchema = z.object({
  kind: z.literal('issue'),
  documentId: documentIdSchema,
  locale: localeSchema,
  slug: slugSchema,
  title: lineSchema.min(1),
  edition: issueEditionSchema,
  sentAt: instantSchema,
  body: richTextSchema.min(1),
});
export type Issue = z.infer<typeof issueSchema>;
