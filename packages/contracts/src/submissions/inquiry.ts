import { z } from 'zod';
import { wordingVersionSchema } from '../content/consent-text.ts';
import { daySchema, slugSchema } from '../content/primitives.ts';

/** Answers to the guide's questions, in the order they were given. */
export const guideAnswersSchema = z
  .array(z.strictObject({ question: slugSchema, option: slugSchema }))
  .max(30);
export type GuideAnswers = z.infer<typeof guideAnswersSchema>;

/** A person's own text: several lines, no control characters but tab and line ends, no unpaired surrogates. */
export const ownTextSchema = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => text.isWellFormed())
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/);

const oneLineSchema = (max: number) => ownTextSchema(max).regex(/^[^\r\n\t]*$/);

/** What a visitor asks or starts with (I3): the least that allows an answer. Lengths in UTF-16 units. */
export const inquirySchema = z.strictObject({
  /** Version of the guide that was followed. */
  guide: z.int().positive(),
  /** Of the form's own fields. */
  formVersion: z.string().regex(/^[1-9]\d{0,3}$/),
  answers: guideAnswersSchema,
  name: oneLineSchema(120).min(1),
  email: z.email().max(254),
  /** E.164; null when none was given. */
  telephone: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/)
    .nullable(),
  /** How the visitor would rather be reached. */
  reach: z.enum(['email', 'telephone']),
  /** Country of residence, ISO 3166-1 alpha-2. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  /** A day by which something must be done, as the visitor knows it. */
  deadline: daySchema.nullable(),
  /** With numbers that must not be sent already masked. */
  message: ownTextSchema(5_000).min(1),
  /** Whether something in the message was masked. */
  masked: z.boolean(),
  /** The collection notice that was shown. */
  notice: wordingVersionSchema,
  /** Wordings of the boxes that were ticked. */
  consents: z.array(wordingVersionSchema).min(1).max(3),
  /** Page the form was on. */
  page: z
    .string()
    .max(300)
    .regex(/^\/[^\s?#]*$/),
});
export type Inquiry = z.infer<typeof inquirySchema>;

/** `K7M-4QX-9`: six random characters without look-alikes and one that checks them. */
export const referenceSchema = z.string().regex(/^[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]$/);
