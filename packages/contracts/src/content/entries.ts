import { z } from 'zod';
import {
  pollCountsSchema,
  pollHashSchema,
  pollStateSchema,
  resultsModeSchema,
} from '../submissions/poll-results.ts';
import { bodySchema } from './blocks.ts';
import { consentTextSchema } from './consent-text.ts';
import { guideSchema } from './guide.ts';
import { issueSchema } from './issue.ts';
import {
  daySchema,
  documentIdSchema,
  hrefSchema,
  imageSchema,
  instantSchema,
  lineSchema,
  localeSchema,
  slugSchema,
  webUrlSchema,
} from './primitives.ts';
import { programmeSchema, roundSchema, termSchema } from './programmes.ts';
import { sourceSchema } from './sources.ts';

/** What the CMS gives the site, and nothing else. References are document ids, resolved in the entry's locale. */

const localized = { documentId: documentIdSchema, locale: localeSchema };

export const correctionSchema = z.object({ date: daySchema, text: z.string().min(1).max(2000) });

export const seoSchema = z.object({
  title: lineSchema.nullable(),
  description: lineSchema.nullable(),
  noindex: z.boolean(),
});

export const articleSchema = z.object({
  kind: z.literal('article'),
  ...localized,
  slug: slugSchema,
  title: lineSchema.min(1),
  dek: z.string().max(600).nullable(),
  body: bodySchema,
  cover: imageSchema.nullable(),
  category: documentIdSchema.nullable(),
  tags: z.array(documentIdSchema),
  authors: z.array(documentIdSchema),
  programmes: z.array(documentIdSchema),
  sources: z.array(sourceSchema),
  effectiveFrom: daySchema.nullable(),
  verifiedAt: daySchema.nullable(),
  reviewBy: daySchema.nullable(),
  supersededBy: documentIdSchema.nullable(),
  corrections: z.array(correctionSchema),
  pinnedRelated: z.array(documentIdSchema),
  seo: seoSchema.nullable(),
  /** First publication in this locale; stays when the article is published again. */
  publishedAt: instantSchema,
  /** Latest publication in this locale. */
  modifiedAt: instantSchema,
});
export type Article = z.infer<typeof articleSchema>;

export const categorySchema = z.object({
  kind: z.literal('category'),
  ...localized,
  slug: slugSchema,
  name: lineSchema.min(1),
  description: z.string().max(600).nullable(),
});
export type Category = z.infer<typeof categorySchema>;

export const tagSchema = z.object({
  kind: z.literal('tag'),
  ...localized,
  slug: slugSchema,
  name: lineSchema.min(1),
});
export type Tag = z.infer<typeof tagSchema>;

export const authorSchema = z.object({
  kind: z.literal('author'),
  ...localized,
  slug: slugSchema,
  name: lineSchema.min(1),
  /** Schema.org type: a person, or a desk that signs together. */
  type: z.enum(['Person', 'Organization']),
  role: lineSchema.nullable(),
  bio: z.string().max(2000).nullable(),
});
export type Author = z.infer<typeof authorSchema>;

export const navigationItemSchema = z.object({ label: lineSchema.min(1), href: hrefSchema });

export const postalAddressSchema = z.object({
  street: lineSchema.min(1),
  city: lineSchema.min(1),
  province: z.string().regex(/^[A-Z]{2}$/),
  postalCode: z.string().regex(/^[A-Z]\d[A-Z] \d[A-Z]\d$/),
  country: z.literal('CA'),
});

/** The College's classes of licence: consultant, consultant before the Immigration and Refugee Board, student advisor. */
export const licenceClassSchema = z.enum(['RCIC', 'RCIC-IRB', 'RISIA']);
export type LicenceClass = z.infer<typeof licenceClassSchema>;

/**
 * The Ministry's recognition, without which nobody may be paid for advice on Québec's programmes (Règlement sur
 * les consultants en immigration, RLRQ, c. I-0.2.1, r. 1).
 */
export const recognitionSchema = z.object({
  number: lineSchema.min(1),
  /** The last day on which it holds, in Québec. */
  expiresOn: daySchema,
  /** As the CMS has marked it: a page has no clock to find out by. */
  state: z.enum(['valid', 'expired']),
});
export type Recognition = z.infer<typeof recognitionSchema>;

/** A licensee of the practice, as the public registers have them (Q2). */
export const consultantSchema = z.object({
  kind: z.literal('consultant'),
  ...localized,
  /** As it stands in the College's register. */
  name: lineSchema.min(1),
  /** The College's number: R and six digits. */
  licenceNumber: z.string().regex(/^R\d{6}$/),
  licenceClass: licenceClassSchema,
  /** Where anyone can look the licence up. */
  registerUrl: webUrlSchema,
  /** ISO 639 codes, in the order the consultant prefers them. */
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/)).min(1),
  recognition: recognitionSchema.nullable(),
  presentation: z.string().max(600).nullable(),
  photo: imageSchema.nullable(),
  /** Lower ones are shown first. */
  position: z.int(),
});
export type Consultant = z.infer<typeof consultantSchema>;

/** The organization's settings; the site isn't built without them (Q1). */
export const organizationSchema = z.object({
  kind: z.literal('organization'),
  ...localized,
  legalName: lineSchema.min(1),
  tradeName: lineSchema.min(1),
  tagline: lineSchema.min(1),
  /** Numéro d'entreprise du Québec: ten digits. */
  neq: z.string().regex(/^\d{10}$/),
  address: postalAddressSchema,
  /** E.164. */
  telephone: z.string().regex(/^\+1\d{10}$/),
  email: z.email(),
  privacyOfficer: z.object({ title: lineSchema.min(1), email: z.email() }),
  senderBlock: z.string().min(1).max(1000),
  openingHours: z.array(z.object({ days: lineSchema.min(1), hours: lineSchema.min(1) })).min(1),
  /** Says that it takes mandates for Québec's programmes; then it has a consultant with a recognition. */
  takesQuebecMandates: z.boolean(),
  /** Shown on every page: a private site, not the government (Q7). */
  disclaimer: z.string().min(1).max(1000),
  navigation: z.array(navigationItemSchema),
  footerNavigation: z.array(navigationItemSchema),
  socials: z.array(z.object({ network: lineSchema.min(1), url: webUrlSchema })),
});
export type Organization = z.infer<typeof organizationSchema>;

export const pageSchema = z.object({
  kind: z.literal('page'),
  ...localized,
  slug: slugSchema,
  title: lineSchema.min(1),
  dek: z.string().max(600).nullable(),
  body: bodySchema,
  seo: seoSchema.nullable(),
  modifiedAt: instantSchema,
});
export type Page = z.infer<typeof pageSchema>;

/** A path of this site: starts with one slash, no query, no fragment. */
export const sitePathSchema = z
  .string()
  .max(1000)
  .regex(/^\/(?!\/)[^\s?#\\<>"]*$/);

export const redirectSchema = z
  .object({
    kind: z.literal('redirect'),
    documentId: documentIdSchema,
    locale: z.null(),
    from: sitePathSchema,
    /** Absent for 410 and 451, which end here. */
    to: z.union([sitePathSchema, webUrlSchema]).nullable(),
    status: z.union([z.literal(301), z.literal(302), z.literal(308), z.literal(410), z.literal(451)]),
  })
  .refine((redirect) => (redirect.to === null) === (redirect.status === 410 || redirect.status === 451), {
    error: 'a redirect has a target, a 410 or 451 has none',
    path: ['to'],
  });
export type Redirect = z.infer<typeof redirectSchema>;

/** A final count: it never changes again, and the poll's secret is gone. */
export const pollFinalSchema = pollCountsSchema.extend({
  closedAt: instantSchema,
  /** SHA-256 over the count, in hexadecimal; `docs/polls.md` says of what. */
  hash: pollHashSchema,
});
export type PollFinal = z.infer<typeof pollFinalSchema>;

/** Who handles personal information for the practice, as far as visitors are told (Q3): names as they are registered. */
export const processorSchema = z.object({
  kind: z.literal('processor'),
  documentId: documentIdSchema,
  locale: z.null(),
  name: lineSchema.min(1),
  /** Where the information is. */
  place: lineSchema.min(1),
  outsideQuebec: z.boolean(),
  /** The last day; null while it goes on. */
  endedOn: daySchema.nullable(),
});
export type Processor = z.infer<typeof processorSchema>;

/** A poll's fields alone, without what binds them together. */
export const pollFieldsSchema = z.object({
  kind: z.literal('poll'),
  ...localized,
  slug: slugSchema,
  question: lineSchema.min(1),
  intro: z.string().max(600).nullable(),
  selection: z.enum(['single', 'multiple']),
  options: z
    .array(z.object({ key: slugSchema, label: lineSchema.min(1) }))
    .min(2)
    .max(12),
  /** How many options a ballot holds, at least and at most; both 1 for a single choice. */
  min: z.int().min(1),
  max: z.int().min(1),
  resultsMode: resultsModeSchema,
  /** Results are shown once there are this many ballots. */
  minVotesToShow: z.int().nonnegative(),
  opensAt: instantSchema.nullable(),
  closesAt: instantSchema.nullable(),
  /** As the CMS has put it; a poll that is counted out is closed and has its `final`. */
  state: pollStateSchema.exclude(['final']),
  final: pollFinalSchema.nullable(),
});

export const pollSchema = pollFieldsSchema
  .refine(({ options }) => new Set(options.map(({ key }) => key)).size === options.length, {
    error: 'each option has a key of its own',
    path: ['options'],
  })
  .refine(({ min, max }) => min <= max, { error: 'the least is not above the most', path: ['min'] })
  .refine(({ max, options }) => max <= options.length, {
    error: 'no more choices than options',
    path: ['max'],
  })
  .refine(({ opensAt, closesAt }) => !opensAt || !closesAt || Date.parse(opensAt) < Date.parse(closesAt), {
    error: 'a poll closes after it opens',
    path: ['closesAt'],
  });
export type Poll = z.infer<typeof pollSchema>;

export const entrySchema = z.discriminatedUnion('kind', [
  articleSchema,
  categorySchema,
  tagSchema,
  authorSchema,
  programmeSchema,
  consultantSchema,
  organizationSchema,
  pageSchema,
  redirectSchema,
  pollSchema,
  roundSchema,
  termSchema,
  guideSchema,
  consentTextSchema,
  processorSchema,
  issueSchema,
]);
export type Entry = z.infer<typeof entrySchema>;
export type EntryKind = Entry['kind'];
export type EntryOf<K extends EntryKind> = Extract<Entry, { kind: K }>;

export const entryKindSchema = z.enum([
  'article',
  'category',
  'tag',
  'author',
  'programme',
  'consultant',
  'organization',
  'page',
  'redirect',
  'poll',
  'round',
  'term',
  'guide',
  'consent-text',
  'processor',
  'issue',
]);
export const ENTRY_KINDS: readonly EntryKind[] = entryKindSchema.options;
