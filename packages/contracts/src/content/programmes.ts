import { z } from 'zod';
import { daySchema, documentIdSchema, lineSchema, localeSchema, slugSchema } from './primitives.ts';
import { richTextSchema } from './rich-text.ts';
import { sourceSchema } from './sources.ts';

/** Programmes, their invitation rounds and the words one needs to read about them (N18). */

const localized = { documentId: documentIdSchema, locale: localeSchema };

export const programmeStatusSchema = z.enum(['open', 'suspended', 'closed', 'proposed']);

/** From a day on, a programme stood so. */
export const statusChangeSchema = z.object({
  status: programmeStatusSchema,
  from: daySchema,
  note: lineSchema.nullable(),
  source: sourceSchema.nullable(),
});
export type StatusChange = z.infer<typeof statusChangeSchema>;

export const programmeSchema = z.object({
  kind: z.literal('programme'),
  ...localized,
  slug: slugSchema,
  code: lineSchema.min(1),
  name: lineSchema.min(1),
  summary: z.string().max(1000).nullable(),
  jurisdiction: z.enum(['QC', 'CA']),
  authority: lineSchema.min(1),
  status: programmeStatusSchema,
  since: daySchema.nullable(),
  source: sourceSchema.nullable(),
  verifiedAt: daySchema.nullable(),
  /** How it stood before, and what the present status needs said of it; in no order. */
  history: z.array(statusChangeSchema).max(100),
});
export type Programme = z.infer<typeof programmeSchema>;

/** One sending of invitations, for one stream where a programme has several. */
export const roundSchema = z.object({
  kind: z.literal('round'),
  ...localized,
  /** Null once the programme is withdrawn: the round then has no page to stand on. */
  programme: documentIdSchema.nullable(),
  date: daySchema,
  /** As the authority numbers it. */
  number: lineSchema.nullable(),
  stream: lineSchema.nullable(),
  invitations: z.int().nonnegative(),
  /** Points of the last person invited, where they are published. */
  lowestScore: z.int().nonnegative().nullable(),
  note: lineSchema.nullable(),
  source: sourceSchema,
});
export type Round = z.infer<typeof roundSchema>;

/** A word of the glossary. */
export const termSchema = z.object({
  kind: z.literal('term'),
  ...localized,
  /** Names its place in the glossary's page. */
  slug: slugSchema,
  name: lineSchema.min(1),
  acronym: lineSchema.min(1).nullable(),
  /** Other ways to write it, such as its plural. */
  aliases: z.array(lineSchema.min(1)).max(20),
  definition: richTextSchema.min(1),
  programme: documentIdSchema.nullable(),
  sources: z.array(sourceSchema),
});
export type Term = z.infer<typeof termSchema>;
