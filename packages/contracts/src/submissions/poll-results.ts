import { z } from 'zod';
import { documentIdSchema, instantSchema, slugSchema } from '../content/primitives.ts';

/** When the public may see results: at any time, once they have voted, once the poll has closed, never. */
export const resultsModeSchema = z.enum(['always', 'after-vote', 'after-close', 'staff']);
export type ResultsMode = z.infer<typeof resultsModeSchema>;

/** `closed`: no more votes. `final`: also counted out; its secret is destroyed and the count will never change. */
export const pollStateSchema = z.enum(['upcoming', 'open', 'closed', 'final']);
export type PollState = z.infer<typeof pollStateSchema>;

/** Votes by option. With several choices a ballot, the counts may add up to more than `ballots`. */
export const pollCountsSchema = z.strictObject({
  ballots: z.int().nonnegative(),
  options: z.array(z.strictObject({ key: slugSchema, count: z.int().nonnegative() })),
});
export type PollCounts = z.infer<typeof pollCountsSchema>;

/** SHA-256 in hexadecimal. */
export const pollHashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** `GET /api/polls/:poll/results`: counts are null while they may not be shown, or are too few. */
export const pollResultsSchema = z.strictObject({
  poll: documentIdSchema,
  state: pollStateSchema,
  mode: resultsModeSchema,
  counts: pollCountsSchema.nullable(),
  /** Too few votes to show yet, though the time to show them has come. */
  tooFew: z.boolean(),
  closedAt: instantSchema.nullable(),
  /** SHA-256 over the final count (see `docs/polls.md`), in hexadecimal. */
  hash: pollHashSchema.nullable(),
});
export type PollResults = z.infer<typeof pollResultsSchema>;
