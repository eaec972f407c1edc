import {
  callToActionBlockSchema,
  consentTextSchema,
  consultantSchema,
  consultantsBlockSchema,
  correctionSchema,
  daySchema,
  embedBlockSchema,
  guideFieldsSchema,
  guidePageSchema,
  instantSchema,
  lineSchema,
  navigationItemSchema,
  organizationSchema,
  pollCountsSchema,
  pollFieldsSchema,
  programmeSchema,
  quoteBlockSchema,
  recognitionSchema,
  roundSchema,
  seoSchema,
  sitePathSchema,
  slugSchema,
  sourceSchema,
  statusChangeSchema,
  termSchema,
  webUrlSchema,
} from '@passerelle/contracts';
import { z } from 'zod';

/** The readable files of `seed/`: one schema per content type. What they refer to is named by its key. */

/** Name of a file without its ending. */
const keySchema = slugSchema;
/** A file below `seed/media`. */
const mediaSchema = z.string().regex(/^(?:[\w-]+\/)*[\w-]+\.(?:webp|png|jpe?g|avif)$/);
/** Each string is one Markdown block. */
const markdownSchema = z.array(z.string().min(1)).min(1);

const blockSchemas = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), markdown: markdownSchema }),
  z.strictObject({
    type: z.literal('callout'),
    tone: z.enum(['note', 'important', 'deadline']),
    title: lineSchema.nullable(),
    markdown: markdownSchema,
  }),
  z.strictObject({
    type: z.literal('table'),
    caption: lineSchema,
    header: z.array(lineSchema).min(1),
    rows: z.array(z.array(lineSchema)).min(1),
    rowHeaders: z.boolean(),
    source: z.strictObject({ label: lineSchema, url: webUrlSchema.nullable() }).nullable(),
  }),
  quoteBlockSchema.strict(),
  embedBlockSchema.strict(),
  z.strictObject({ type: z.literal('poll'), poll: keySchema }),
  callToActionBlockSchema.extend({ quebec: z.boolean().default(true) }).strict(),
  consultantsBlockSchema.strict(),
  z.strictObject({
    type: z.literal('figure'),
    image: mediaSchema,
    alt: lineSchema,
    caption: lineSchema.nullable(),
    credit: lineSchema.nullable(),
  }),
]);
export type SeedBlock = z.infer<typeof blockSchemas>;

const inBoth = <T extends z.ZodType>(text: T) => ({ 'fr-CA': text, 'en-CA': text.optional() });

const article = z.strictObject({
  publishedAt: instantSchema,
  category: keySchema.nullable(),
  tags: z.array(keySchema),
  authors: z.array(keySchema),
  programmes: z.array(keySchema),
  cover: mediaSchema.nullable(),
  effectiveFrom: daySchema.nullable(),
  verifiedAt: daySchema.nullable(),
  reviewBy: daySchema.nullable(),
  supersededBy: keySchema.nullable(),
  pinnedRelated: z.array(keySchema),
  sources: z.array(sourceSchema.strict()),
  ...inBoth(
    z.strictObject({
      slug: slugSchema,
      title: lineSchema.min(1),
      dek: z.string().max(600).nullable(),
      coverAlt: lineSchema,
      body: z.array(blockSchemas),
      corrections: z.array(correctionSchema.strict()),
      seo: seoSchema.strict().nullable(),
    }),
  ),
});

const page = z.strictObject(
  inBoth(
    z.strictObject({
      slug: slugSchema,
      title: lineSchema.min(1),
      dek: z.string().max(600).nullable(),
      body: z.array(blockSchemas),
      seo: seoSchema.strict().nullable(),
    }),
  ),
);

const named = { slug: slugSchema, name: lineSchema.min(1) };
const category = z.strictObject(
  inBoth(z.strictObject({ ...named, description: z.string().max(600).nullable() })),
);
const tag = z.strictObject(inBoth(z.strictObject(named)));
const author = z.strictObject({
  type: z.enum(['Organization', 'Person']),
  ...inBoth(z.strictObject({ ...named, role: lineSchema.nullable(), bio: z.string().max(2000).nullable() })),
});

const programme = z.strictObject({
  ...programmeSchema.pick({ code: true, jurisdiction: true, status: true, since: true, verifiedAt: true })
    .shape,
  source: sourceSchema.strict().nullable(),
  ...inBoth(
    programmeSchema
      .pick({ slug: true, name: true, summary: true, authority: true })
      .extend({
        history: z.array(statusChangeSchema.extend({ source: sourceSchema.strict().nullable() }).strict()),
      })
      .strict(),
  ),
});

const round = z.strictObject({
  programme: keySchema,
  ...roundSchema.pick({ date: true, number: true, invitations: true, lowestScore: true }).shape,
  source: sourceSchema.strict(),
  ...inBoth(roundSchema.pick({ stream: true, note: true }).strict()),
});

const term = z.strictObject({
  programme: keySchema.nullable(),
  sources: z.array(sourceSchema.strict()),
  ...inBoth(
    termSchema
      .pick({ slug: true, name: true, acronym: true, aliases: true })
      .extend({ definition: markdownSchema })
      .strict(),
  ),
});

const guide = z.strictObject({
  ...guideFieldsSchema.pick({ effectiveOn: true, start: true }).shape,
  ...inBoth(
    guideFieldsSchema
      .pick({ questions: true })
      .extend({ pages: z.array(guidePageSchema.extend({ body: markdownSchema }).strict()) })
      .strict(),
  ),
});

const consentText = z.strictObject({
  ...consentTextSchema.pick({ purpose: true }).shape,
  number: z.int().positive(),
  ...inBoth(consentTextSchema.pick({ label: true }).extend({ text: markdownSchema }).strict()),
});

const consultant = z.strictObject({
  ...consultantSchema.pick({
    licenceNumber: true,
    licenceClass: true,
    registerUrl: true,
    languages: true,
    position: true,
  }).shape,
  recognition: recognitionSchema.pick({ number: true, expiresOn: true }).strict().nullable(),
  ...inBoth(consultantSchema.pick({ name: true, presentation: true }).strict()),
});

const organization = z.strictObject({
  ...organizationSchema.pick({
    legalName: true,
    tradeName: true,
    neq: true,
    address: true,
    telephone: true,
    email: true,
    socials: true,
    takesQuebecMandates: true,
  }).shape,
  ...inBoth(
    organizationSchema
      .pick({ tagline: true, privacyOfficer: true, senderBlock: true, openingHours: true, disclaimer: true })
      .extend({
        navigation: z.array(navigationItemSchema),
        footerNavigation: z.array(navigationItemSchema),
      })
      .strict(),
  ),
});

const redirect = z.strictObject({
  from: sitePathSchema,
  to: z.union([sitePathSchema, webUrlSchema]).nullable(),
  status: z.union([z.literal(301), z.literal(302), z.literal(308), z.literal(410), z.literal(451)]),
});

const pollTextSchema = pollFieldsSchema
  .pick({ slug: true, question: true, intro: true, options: true })
  .strict();

/** The count of a demonstration poll that is over; whoever reads the poll is told that it is one. */
const finalSchema = pollCountsSchema.extend({ closedAt: instantSchema });

const pollShape = z.strictObject({
  ...pollFieldsSchema.pick({
    selection: true,
    resultsMode: true,
    minVotesToShow: true,
    opensAt: true,
    closesAt: true,
  }).shape,
  ...pollFieldsSchema.pick({ min: true, max: true }).partial().shape,
  final: finalSchema.optional(),
  ...inBoth(pollTextSchema),
});
const poll = pollShape.superRefine((content, context) => {
  const problem = finalProblem(content);
  if (problem !== null) context.addIssue({ code: 'custom', path: ['final'], message: problem });
});

/** What is wrong with a stated count: one that no poll could have come to. */
function finalProblem({ final, selection, 'fr-CA': { options } }: z.infer<typeof pollShape>): string | null {
  if (final === undefined) return null;
  const sum = final.options.reduce((total, { count }) => total + count, 0);
  if (final.options.map(({ key }) => key).join() !== options.map(({ key }) => key).join()) {
    return 'it counts the options, in their order';
  }
  if (selection === 'single' && sum !== final.ballots) return 'the counts add up to the ballots';
  if (final.options.some(({ count }) => count > final.ballots))
    return 'no option has more votes than ballots';
  return null;
}

/** By the order they are written in: what is referred to comes before what refers to it. */
export const seedSchemas = {
  author,
  category,
  tag,
  programme,
  round,
  term,
  poll,
  article,
  page,
  consultant,
  organization,
  redirect,
  guide,
  'consent-text': consentText,
};
export type SeedType = keyof typeof seedSchemas;
export type SeedOf<T extends SeedType> = z.infer<(typeof seedSchemas)[T]>;
export const SEED_TYPES = Object.keys(seedSchemas) as SeedType[];
