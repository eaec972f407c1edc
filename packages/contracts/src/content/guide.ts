import { z } from 'zod';
import { guideFaults } from './guide-faults.ts';
import {
  daySchema,
  documentIdSchema,
  lineSchema,
  localeSchema,
  slugSchema,
  webUrlSchema,
} from './primitives.ts';
import { richTextSchema } from './rich-text.ts';

/**
 * The guide that leads a visitor to the right page or to the form (I2): questions, one to a page, and pages that
 * inform or lead elsewhere. General information, never a verdict on eligibility.
 */

/** Where an answer leads. `form` is the contact form that ends the guide. */
export const guideTargetSchema = z.discriminatedUnion('to', [
  z.object({ to: z.literal('question'), key: slugSchema }),
  z.object({ to: z.literal('page'), key: slugSchema }),
  z.object({ to: z.literal('form') }),
]);
export type GuideTarget = z.infer<typeof guideTargetSchema>;

export const guideOptionSchema = z.object({
  key: slugSchema,
  label: lineSchema.min(1),
  hint: lineSchema.nullable(),
  target: guideTargetSchema,
});

export const guideQuestionSchema = z.object({
  key: slugSchema,
  title: lineSchema.min(1),
  hint: z.string().max(600).nullable(),
  options: z.array(guideOptionSchema).min(2).max(12),
});
export type GuideQuestion = z.infer<typeof guideQuestionSchema>;

/** Where to turn instead, or first; as it stood on the day it was read. */
export const guideAddressSchema = z.object({
  name: lineSchema.min(1),
  note: lineSchema.nullable(),
  /** As it is written for people. */
  telephone: lineSchema.nullable(),
  url: webUrlSchema.nullable(),
  readOn: daySchema,
});

export const guidePageSchema = z.object({
  key: slugSchema,
  /** `urgent`: the telephone first. `advice`: worth knowing, and one may go on. `exit`: what the practice doesn't do. */
  tone: z.enum(['urgent', 'advice', 'exit']),
  title: lineSchema.min(1),
  body: richTextSchema.min(1),
  addresses: z.array(guideAddressSchema).max(12),
  /** Null where the way ends. */
  next: guideTargetSchema.nullable(),
});
export type GuidePage = z.infer<typeof guidePageSchema>;

/** The fields alone; `guideSchema` binds them together. */
export const guideFieldsSchema = z.object({
  kind: z.literal('guide'),
  documentId: documentIdSchema,
  locale: localeSchema,
  /** Raised with every publication that changes what may be asked or where it leads. */
  version: z.int().positive(),
  effectiveOn: daySchema,
  /** Key of the first question. */
  start: slugSchema,
  questions: z.array(guideQuestionSchema).min(1).max(60),
  pages: z.array(guidePageSchema).max(60),
});

export type GuideFields = z.infer<typeof guideFieldsSchema>;

/**
 * A guide that can be followed: every key is unique, every target is there, every way ends, nothing is out of reach.
 * Each problem stands at the question, option or page that has it.
 */
export const guideSchema = guideFieldsSchema.superRefine((guide, context) => {
  for (const { path, message } of guideFaults(guide)) context.addIssue({ code: 'custom', path, message });
});
export type Guide = z.infer<typeof guideSchema>;
