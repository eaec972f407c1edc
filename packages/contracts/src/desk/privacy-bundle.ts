import { z } from 'zod';
import { daySchema, instantSchema, localeSchema } from '../content/primitives.ts';
import { guideAnswersSchema, referenceSchema } from '../submissions/inquiry.ts';
import { newsletterDataSchema } from '../submissions/newsletter-reader.ts';
import { personRequestKindSchema } from '../submissions/person-request.ts';
import { inquiryEventSchema, inquiryReplySchema } from './inquiry-answers.ts';
import { fileKindSchema, fileStateSchema } from './inquiry-files.ts';
import { inquiryStatusSchema } from './inquiry-life.ts';
import { personRequestStatusSchema } from './privacy.ts';

/** An inquiry as its person is given it: everything but the names of staff. */
const bundledInquirySchema = z.strictObject({
  reference: referenceSchema,
  status: inquiryStatusSchema,
  language: localeSchema,
  programme: z.string().nullable(),
  tags: z.array(z.string()),
  receivedAt: instantSchema,
  changedAt: instantSchema,
  respondedAt: instantSchema.nullable(),
  name: z.string(),
  email: z.string(),
  telephone: z.string().nullable(),
  country: z.string().nullable(),
  reach: z.enum(['email', 'telephone']),
  deadline: daySchema.nullable(),
  message: z.string(),
  nextAction: z.object({ text: z.string(), day: daySchema.nullable() }).nullable(),
  guide: z.int().positive(),
  answers: guideAnswersSchema,
  notice: z.string(),
  consents: z.array(z.string()),
  page: z.string(),
  events: z.array(inquiryEventSchema.omit({ actor: true, reply: true }).strict()),
  replies: z.array(inquiryReplySchema.omit({ id: true, author: true, decidedBy: true }).strict()),
  files: z.array(
    z.strictObject({
      at: instantSchema,
      name: z.string(),
      kind: fileKindSchema,
      bytes: z.int().nonnegative(),
      state: fileStateSchema,
      /** Where it is in the ZIP file; null for one that no scanner has found clean. */
      path: z.string().nullable(),
    }),
  ),
});

/** A mail of the outbox, for as long as its content is kept. Links are left out: some open what they lead to. */
const bundledMailSchema = z.strictObject({
  at: instantSchema,
  template: z.string(),
  state: z.string(),
  locale: localeSchema,
  data: z.record(z.string(), z.json()),
});

const bundledRequestSchema = z.strictObject({
  reference: referenceSchema,
  kind: personRequestKindSchema,
  status: personRequestStatusSchema,
  receivedAt: instantSchema,
  name: z.string(),
  message: z.string(),
});

/** Everything that can be found by one address, for its person: access and portability. */
export const personBundleSchema = z.strictObject({
  /** Names the form of this file. */
  format: z.literal('passerelle-person-bundle 3'),
  at: instantSchema,
  email: z.string(),
  inquiries: z.array(bundledInquirySchema),
  newsletter: newsletterDataSchema.omit({ consents: true }).strict().nullable(),
  consents: newsletterDataSchema.shape.consents,
  requests: z.array(bundledRequestSchema),
  mails: z.array(bundledMailSchema),
});
export type PersonBundle = z.infer<typeof personBundleSchema>;
