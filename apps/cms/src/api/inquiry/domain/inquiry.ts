import {
  daySchema,
  guideAnswersSchema,
  inquiryPrioritySchema,
  inquiryStatusSchema,
  lineSchema,
  localeSchema,
  referenceSchema,
  suspicionSchema,
} from '@passerelle/contracts';
import { z } from 'zod';

/** What is known of an inquiry without opening anything. Instants are milliseconds since 1970. */
export const inquiryStateSchema = z.object({
  id: z.uuid(),
  reference: referenceSchema,
  version: z.int().positive(),
  status: inquiryStatusSchema,
  priority: inquiryPrioritySchema,
  /** Number of an account of the admin. */
  assignee: z.int().positive().nullable(),
  language: localeSchema,
  programme: z.string().nullable(),
  tags: z.array(lineSchema),
  suspicions: z.array(suspicionSchema),
  receivedAt: z.number(),
  changedAt: z.number(),
  due: z.object({
    dueAt: z.number().nullable(),
    pausedAt: z.number().nullable(),
    left: z.number().nullable(),
    paused: z.number(),
  }),
  respondedAt: z.number().nullable(),
  responseMinutes: z.int().nullable(),
  legalHold: z.boolean(),
});
export type InquiryState = z.infer<typeof inquiryStateSchema>;

/** Beside the person and the message; sealed as one. */
export const inquiryDetailsSchema = z.object({
  guide: z.int().positive(),
  formVersion: z.string(),
  answers: guideAnswersSchema,
  reach: z.enum(['email', 'telephone']),
  deadline: daySchema.nullable(),
  masked: z.boolean(),
  notice: z.string(),
  consents: z.array(z.string()),
  page: z.string(),
});
export type InquiryDetails = z.infer<typeof inquiryDetailsSchema>;

/** What the practice does next; sealed. */
export const nextActionSchema = z.object({ text: z.string(), day: daySchema.nullable() });
export type NextAction = z.infer<typeof nextActionSchema>;

/** What is sealed of an inquiry, opened. */
export interface InquiryContent {
  name: string;
  email: string;
  telephone: string | null;
  country: string | null;
  message: string;
  details: InquiryDetails;
  nextAction: NextAction | null;
}
