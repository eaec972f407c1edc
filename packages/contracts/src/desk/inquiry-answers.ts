import { z } from 'zod';
import { daySchema, instantSchema, localeSchema } from '../content/primitives.ts';
import { guideAnswersSchema, referenceSchema } from '../submissions/inquiry.ts';
import {
  deskRefusalSchema,
  dueColourSchema,
  inquiryPrioritySchema,
  inquiryStatusSchema,
  replyKindSchema,
  replyStateSchema,
  suspicionSchema,
} from './inquiry-life.ts';

/** Answers of the desk. Staff alone get them; what is personal in them is nowhere stored in clear. */

/** Somebody of the staff. */
const staffSchema = z.object({ id: z.int().positive(), name: z.string() });
export type DeskPerson = z.infer<typeof staffSchema>;

/** An inquiry in a list. */
export const inquirySummarySchema = z.object({
  id: z.uuid(),
  reference: referenceSchema,
  version: z.int().positive(),
  status: inquiryStatusSchema,
  priority: inquiryPrioritySchema,
  assignee: staffSchema.nullable(),
  language: localeSchema,
  programme: z.string().nullable(),
  tags: z.array(z.string()),
  name: z.string(),
  receivedAt: instantSchema,
  changedAt: instantSchema,
  dueAt: instantSchema.nullable(),
  due: dueColourSchema,
  nextAction: z.object({ text: z.string(), day: daySchema.nullable() }).nullable(),
  suspicions: z.array(suspicionSchema),
  legalHold: z.boolean(),
});
export type InquirySummary = z.infer<typeof inquirySummarySchema>;

/** `GET /passerelle/inquiries`, `POST /passerelle/inquiries/search` */
export const inquiryListSchema = z.object({
  inquiries: z.array(inquirySummarySchema),
  total: z.int().nonnegative(),
  page: z.int().positive(),
  pageSize: z.int().positive(),
});
export type InquiryList = z.infer<typeof inquiryListSchema>;

/** What happened to an inquiry. */
export const inquiryEventKindSchema = z.enum([
  'received',
  'confirmed',
  'transition',
  'details',
  'note',
  'replied',
  'advice-proposed',
  'advice-approved',
  'advice-sent-back',
  'mail-refused',
  /** Too many mails were asked for to one address. */
  'mail-withheld',
  'escalated',
  'hold',
  'files-invited',
  'files-withdrawn',
  'file-received',
  'file-clean',
  /** It was infected and is destroyed. */
  'file-refused',
  'file-downloaded',
]);
export type InquiryEventKind = z.infer<typeof inquiryEventKindSchema>;

export const inquiryEventSchema = z.object({
  at: instantSchema,
  /** Null for what the visitor did, or what happened by itself. */
  actor: z.string().nullable(),
  kind: inquiryEventKindSchema,
  from: inquiryStatusSchema.optional(),
  to: inquiryStatusSchema.optional(),
  /** Names of what was changed. */
  fields: z.array(z.string()).optional(),
  reply: z.uuid().optional(),
  /** A note, or a reason. */
  text: z.string().nullable(),
});
export type InquiryEvent = z.infer<typeof inquiryEventSchema>;

export const inquiryReplySchema = z.object({
  id: z.uuid(),
  kind: replyKindSchema,
  state: replyStateSchema,
  author: z.string(),
  writtenAt: instantSchema,
  decidedBy: z.string().nullable(),
  sentAt: instantSchema.nullable(),
  subject: z.string(),
  body: z.string(),
  /** How many files it invites to send; null when none. */
  files: z.int().positive().nullable(),
});
export type InquiryReply = z.infer<typeof inquiryReplySchema>;

/** A way an inquiry may go from where it stands. */
export const nextStepSchema = z.object({ to: inquiryStatusSchema, needsReason: z.boolean() });

/** `GET /passerelle/inquiries/:id` */
export const inquiryDetailSchema = inquirySummarySchema.extend({
  email: z.string(),
  telephone: z.string().nullable(),
  reach: z.enum(['email', 'telephone']),
  country: z.string().nullable(),
  deadline: daySchema.nullable(),
  message: z.string(),
  masked: z.boolean(),
  guide: z.int().positive(),
  answers: guideAnswersSchema,
  /** The same, in the words of the guide as it was then in the visitor's language; null where they aren't kept. */
  answersInWords: z.array(z.object({ question: z.string().nullable(), option: z.string().nullable() })),
  /** The programme's name in the visitor's language; null where there is none of its short name. */
  programmeName: z.string().nullable(),
  notice: z.string(),
  consents: z.array(z.string()),
  page: z.string(),
  respondedAt: instantSchema.nullable(),
  next: z.array(nextStepSchema),
  events: z.array(inquiryEventSchema),
  replies: z.array(inquiryReplySchema),
  /** What the role of the one who asks allows. */
  may: z.object({ work: z.boolean(), approve: z.boolean(), export: z.boolean(), hold: z.boolean() }),
});
export type InquiryDetail = z.infer<typeof inquiryDetailSchema>;

/** What was asked for and isn't done, with 409. `current`: how the inquiry stands, for `changed-meanwhile`. */
export const deskRefusedSchema = z.object({
  error: z.object({
    status: z.literal(409),
    message: z.string(),
    details: z.object({ code: deskRefusalSchema, current: inquiryDetailSchema.nullable() }),
  }),
});

/** How long answers took, in business minutes. Median and 90th percentile are null where nothing was answered. */
export const responseTimesSchema = z.object({
  received: z.int().nonnegative(),
  answered: z.int().nonnegative(),
  median: z.number().nonnegative().nullable(),
  p90: z.number().nonnegative().nullable(),
});
export type ResponseTimes = z.infer<typeof responseTimesSchema>;

/** `GET /passerelle/inquiries/report` */
export const inquiryReportSchema = z.object({
  all: responseTimesSchema,
  /** By week, each named by its Monday. */
  weeks: z.array(responseTimesSchema.extend({ monday: daySchema })),
  programmes: z.array(responseTimesSchema.extend({ programme: z.string().nullable() })),
});
export type InquiryReport = z.infer<typeof inquiryReportSchema>;

/** `GET /passerelle/inquiries/people`: those to whom an inquiry may be assigned. */
export const deskPeopleSchema = z.object({ people: z.array(staffSchema) });

/** `GET /passerelle/inquiries/counts`: for the home page of the admin. */
export const deskCountsSchema = z.object({
  new: z.int().nonnegative(),
  dueToday: z.int().nonnegative(),
  late: z.int().nonnegative(),
  spam: z.int().nonnegative(),
  mine: z.int().nonnegative(),
  /** Business minutes, of what was received in the last 30 days. */
  median: z.number().nonnegative().nullable(),
});
export type DeskCounts = z.infer<typeof deskCountsSchema>;

/**
 * `GET /passerelle/inquiries/purge`: what the next purge would erase by age, as a dry run; and what the last ones have
 * erased. `hash` is the SHA-256 of the ids in their order, each on a line of its own.
 */
const purgedSchema = z.object({
  at: instantSchema,
  counts: z.partialRecord(inquiryStatusSchema, z.int().positive()),
  hash: z.string(),
});
export const inquiryPurgesSchema = z.object({ next: purgedSchema, done: z.array(purgedSchema) });
export type InquiryPurges = z.infer<typeof inquiryPurgesSchema>;
export type InquiryPurge = z.infer<typeof purgedSchema>;
