import {
  documentIdSchema,
  instantSchema,
  pollCountsSchema,
  pollHashSchema,
  pollStateSchema,
} from '@passerelle/contracts';
import { z } from 'zod';

/** What staff did with a poll, or what happened to it by itself (`actor` null). */
export const pollEventSchema = z.object({
  at: instantSchema,
  actor: z.string().nullable(),
  action: z.enum(['opened', 'closed', 'extended', 'reset', 'counted', 'relabelled', 'exported']),
  /** For an extension the new closing, for a reset its reason, for a new label the old and the new one. */
  detail: z.string().nullable(),
});
export type PollEvent = z.infer<typeof pollEventSchema>;

/** A poll as staff see it beside its edit view. */
export const pollDeskSchema = z.object({
  documentId: documentIdSchema,
  /** Published in French: only then is there anything to open. */
  published: z.boolean(),
  state: pollStateSchema,
  opensAt: instantSchema.nullable(),
  closesAt: instantSchema.nullable(),
  closedAt: instantSchema.nullable(),
  /** When a closed poll will be counted out; null before it closes, and after. */
  countsAt: instantSchema.nullable(),
  /** In the order of the options, with their labels in French. Null before it opens. */
  counts: pollCountsSchema.nullable(),
  labels: z.record(z.string(), z.string()),
  hash: pollHashSchema.nullable(),
  /** Ballots by the hour they came in; hours without any are left out. */
  hours: z.array(z.object({ hour: instantSchema, ballots: z.int().positive() })),
  /** Newest first. */
  history: z.array(pollEventSchema),
});
export type PollDesk = z.infer<typeof pollDeskSchema>;

/** What staff may do, and why it can be refused. */
export const pollRefusalSchema = z.enum([
  'poll-not-open',
  'poll-closes-in-past',
  'poll-counted',
  'poll-word',
]);
export type PollRefusal = z.infer<typeof pollRefusalSchema>;
