import { z } from 'zod';
import { documentIdSchema, slugSchema } from '../content/primitives.ts';

/** What a visitor sends to vote: which poll, and the keys of the options chosen, each once. */
export const voteSchema = z.strictObject({
  poll: documentIdSchema,
  choices: z
    .array(slugSchema)
    .min(1)
    .max(12)
    .refine((choices) => new Set(choices).size === choices.length, { error: 'each option once' }),
});
export type Vote = z.infer<typeof voteSchema>;

/** Names a voter to one poll, and to that poll alone: 128 random bits or more, base64url. Never stored as it is. */
export const voterSchema = z.string().regex(/^[\w-]{22,64}$/);
