import { z } from 'zod';
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

const targetsOf = ({ questions, pages }: z.infer<typeof guideFieldsSchema>): GuideTarget[] => [
  ...questions.flatMap((question) => question.options.map((option) => option.target)),
  ...pages.flatMap((page) => (page.next ? [page.next] : [])),
];

const unique = (keys: readonly string[]) => new Set(keys).size === keys.length;

/** A guide that can be followed: every key is unique, every target is there, every way ends, nothing is out of reach. */
export const guideSchema = guideFieldsSchema
  .refine(({ questions, pages }) => unique([...questions, ...pages].map(({ key }) => key)), {
    error: 'each question and page has a key of its own',
    path: ['questions'],
  })
  .refine(({ questions }) => questions.every(({ options }) => unique(options.map(({ key }) => key))), {
    error: 'each option of a question has a key of its own',
    path: ['questions'],
  })
  .refine((guide) => guide.questions.some(({ key }) => key === guide.start), {
    error: 'it starts with one of its questions',
    path: ['start'],
  })
  .refine(
    (guide) => {
      const [questions, pages] = [guide.questions, guide.pages].map(
        (list) => new Set(list.map(({ key }) => key)),
      );
      return targetsOf(guide).every(
        (target) => target.to === 'form' || (target.to === 'question' ? questions : pages)?.has(target.key),
      );
    },
    { error: 'every answer leads to something that is there', path: ['questions'] },
  )
  .refine((guide) => !hasCircle(guide), { error: 'no way leads back to itself', path: ['questions'] })
  .refine((guide) => reached(guide).size === guide.questions.length + guide.pages.length, {
    error: 'everything can be reached from the first question',
    path: ['questions'],
  });
export type Guide = z.infer<typeof guideSchema>;

type Fields = z.infer<typeof guideFieldsSchema>;

function stepsFrom(guide: Fields, key: string): string[] {
  const question = guide.questions.find((one) => one.key === key);
  const page = guide.pages.find((one) => one.key === key);
  const targets = question ? question.options.map((option) => option.target) : page?.next ? [page.next] : [];
  return targets.flatMap((target) => (target.to === 'form' ? [] : [target.key]));
}

function reached(guide: Fields): Set<string> {
  const seen = new Set<string>();
  const ahead = [guide.start];
  for (let key = ahead.pop(); key !== undefined; key = ahead.pop()) {
    if (seen.has(key)) continue;
    seen.add(key);
    ahead.push(...stepsFrom(guide, key));
  }
  return seen;
}

function hasCircle(guide: Fields): boolean {
  const done = new Set<string>();
  const onWay = new Set<string>();
  const visit = (key: string): boolean => {
    if (onWay.has(key)) return true;
    if (done.has(key)) return false;
    onWay.add(key);
    const circle = stepsFrom(guide, key).some(visit);
    onWay.delete(key);
    done.add(key);
    return circle;
  };
  return [...guide.questions, ...guide.pages].some(({ key }) => visit(key));
}
