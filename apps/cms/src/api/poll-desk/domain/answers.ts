import { slugSchema } from '@passerelle/contracts';
import { z } from 'zod';
import { pollDeskSchema, pollRefusalSchema } from '../../poll/domain/answers.ts';

/** What a poll is called, in French: as it is published, or as its draft says before. */
export const pollNameSchema = z.object({
  question: z.string(),
  /** Typed to reset the poll; null while the draft has none. */
  slug: slugSchema.nullable(),
  selection: z.enum(['single', 'multiple']),
});
export type PollName = z.infer<typeof pollNameSchema>;

/** `GET /passerelle/polls/:documentId` */
export const pollLookSchema = z.object({
  desk: pollDeskSchema,
  name: pollNameSchema,
  /** What the role of the one who asks allows: to close and extend, to reset. */
  may: z.object({ steer: z.boolean(), reset: z.boolean() }),
  /** Its public page in French; null when it isn't published. */
  url: z.url().nullable(),
});
export type PollLook = z.infer<typeof pollLookSchema>;

/** The error of an action that is refused, with 409. */
export const pollRefusedSchema = z.object({
  error: z.object({ status: z.literal(409), details: z.object({ code: pollRefusalSchema }) }),
});
