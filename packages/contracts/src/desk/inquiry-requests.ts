import { z } from 'zod';
import { daySchema, lineSchema, localeSchema, slugSchema } from '../content/primitives.ts';
import { ownTextSchema } from '../submissions/inquiry.ts';
import { inquiryPrioritySchema, inquiryStatusSchema, replyKindSchema } from './inquiry-life.ts';
import { mergeFieldsIn } from './reply-templates.ts';

/** Requests of the desk, below `/passerelle/inquiries`, by staff who are signed in to the admin. */

const pageFields = {
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
};

/** Words in a query that are a list: `new,triaged`. */
const listOf = <T extends z.ZodType<string, string>>(schema: T) =>
  z
    .string()
    .max(400)
    .transform((text) => text.split(',').filter((word) => word !== ''))
    .pipe(z.array(schema).min(1));

/**
 * What narrows a list, or what is exported. `assignee` is a number, `none`, or `me`. Without `status` and `search` it is
 * what is being worked on: neither ended nor unconfirmed.
 */
const filterFields = {
  status: listOf(inquiryStatusSchema).optional(),
  priority: listOf(inquiryPrioritySchema).optional(),
  assignee: z.union([z.enum(['me', 'none']), z.coerce.number().int().positive()]).optional(),
  language: localeSchema.optional(),
  programme: slugSchema.optional(),
  tag: lineSchema.min(1).max(40).optional(),
  /** What is past its due date. */
  late: z.literal('1').optional(),
};

/** A reference, an e-mail address, a telephone number, or words of a name: never in an address, which may be logged. */
const search = z.string().trim().min(2).max(254);

/** `GET /passerelle/inquiries` */
export const inquiryListQuerySchema = z.strictObject({
  ...filterFields,
  ...pageFields,
  sort: z.enum(['due', 'received', 'changed', 'priority']).default('due'),
  order: z.enum(['asc', 'desc']).default('asc'),
});
export type InquiryListQuery = z.output<typeof inquiryListQuerySchema>;

/** `POST /passerelle/inquiries/search`: the same list of what a search finds. */
export const inquirySearchBodySchema = inquiryListQuerySchema.extend({ search });
export type InquirySearchBody = z.output<typeof inquirySearchBodySchema>;

/** What narrows a list or an export. */
export type InquiryFilter = Omit<InquiryListQuery, 'page' | 'pageSize' | 'sort' | 'order'> & {
  search?: string | undefined;
};

/** `/passerelle/inquiries/:id` and what is below it. */
export const inquiryParamsSchema = z.object({ id: z.uuid() });
/** `/passerelle/inquiries/:id/replies/:reply/…` */
export const replyParamsSchema = z.object({ id: z.uuid(), reply: z.uuid() });

/** The version that was read: what has been changed since by somebody else is not written over. */
const version = z.int().positive();
const reason = ownTextSchema(1_000).trim();

/** `POST …/:id/transition` */
export const transitionBodySchema = z.strictObject({
  version,
  to: inquiryStatusSchema,
  /** Needed by some transitions: see `needsReason` in the answer. */
  reason: reason.default(''),
});

/** `POST …/:id/details`: what is given is changed. `assignee` null: nobody. */
export const detailsBodySchema = z.strictObject({
  version,
  assignee: z.int().positive().nullable().optional(),
  priority: inquiryPrioritySchema.optional(),
  programme: slugSchema.nullable().optional(),
  tags: z.array(lineSchema.trim().min(1).max(40)).max(20).optional(),
  nextAction: z
    .strictObject({ text: lineSchema.trim().min(1).max(300), day: daySchema.nullable() })
    .nullable()
    .optional(),
});
export type DetailsBody = z.output<typeof detailsBodySchema>;

/** `POST …/:id/notes` */
export const noteBodySchema = z.strictObject({ text: ownTextSchema(5_000).trim().min(1) });

/** A line that can be a header: nothing that ends it for some reader, or turns the order of what is read. */
const subject = lineSchema
  .trim()
  .min(1)
  .max(150)
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069]*$/u);

/** Nobody is to read the braces of a template. */
const isFilled = (text: string): boolean => mergeFieldsIn(text).length === 0;

/** How many files a visitor is invited to send. */
const filesMost = z.int().min(1).max(20);

/** `POST …/:id/preview` */
export const replyPreviewBodySchema = z.strictObject({
  kind: replyKindSchema,
  subject: subject.refine(isFilled),
  body: ownTextSchema(20_000).trim().min(1).refine(isFilled),
  /** The mail invites to send as many files; null when it doesn't. */
  files: filesMost.nullable().default(null),
});
export type ReplyPreviewBody = z.output<typeof replyPreviewBodySchema>;

/** `POST …/:id/replies` */
export const replyBodySchema = replyPreviewBodySchema.extend({ version });
export type ReplyBody = z.output<typeof replyBodySchema>;

/** `POST …/:id/replies/:reply/decision`: a licensee's, on advice that waits. */
export const decisionBodySchema = z.strictObject({
  version,
  approve: z.boolean(),
  /** Needed to send it back. */
  reason: reason.default(''),
});

/** `POST …/:id/hold`: a legal hold keeps an inquiry from the purge. */
export const holdBodySchema = z.strictObject({ version, hold: z.boolean(), reason: reason.min(1) });

const deskLanguage = z.enum(['fr', 'en']).default('fr');

/** `POST /passerelle/inquiries/export`: a file, for a reason that is written down. */
export const inquiryExportBodySchema = z.strictObject({
  ...filterFields,
  search: search.optional(),
  reason: reason.min(3),
  /** Of the file's own words; `language` is the visitor's. */
  words: deskLanguage,
  /** For spreadsheets. */
  bom: z.boolean().default(false),
});
export type InquiryExportBody = z.output<typeof inquiryExportBodySchema>;

/** How many days a report may be about. */
const MOST_DAYS = 731;

/** `GET /passerelle/inquiries/report`: how long answers took, of what was received within these days. */
export const inquiryReportQuerySchema = z
  .strictObject({
    from: daySchema,
    to: daySchema,
    format: z.enum(['json', 'csv']).default('json'),
    language: deskLanguage,
    bom: z.literal('1').optional(),
  })
  .refine(({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) <= MOST_DAYS * 86_400_000, {
    error: 'at most two years, the earlier day first',
    path: ['to'],
  });
export type InquiryReportQuery = z.output<typeof inquiryReportQuerySchema>;
