import { type EntryKind, pollFinalSchema, pollStateSchema } from '@passerelle/contracts';
import { z } from 'zod';
import { storedBodySchema } from './stored-body.ts';
import { consentText, guide } from './stored-guide.ts';
import { programme, round, source, term } from './stored-programmes.ts';
import {
  asImage,
  list,
  localizedRow,
  optionalDay,
  optionalFile,
  optionalInstant,
  optionalText,
  reference,
  references,
  text,
  tick,
} from './stored-values.ts';

/**
 * Strapi's rows, populated as `adapters/populate.ts` says, told in the words of the public contract.
 * The result is parsed by the contract before anything is published; here only the shape is turned.
 */

const seo = z
  .object({ title: optionalText, description: optionalText, noindex: z.boolean().nullish() })
  .nullish()
  .transform((value) => (value ? { ...value, noindex: value.noindex ?? false } : null));
const link = z.object({ label: text, href: text });

const article = z
  .object({
    ...localizedRow,
    slug: text,
    title: text,
    dek: optionalText,
    body: storedBodySchema,
    cover: optionalFile,
    coverAlt: optionalText,
    coverDecorative: tick,
    category: reference,
    tags: references,
    authors: references,
    programmes: references,
    sources: list(source),
    effectiveFrom: optionalDay,
    verifiedAt: optionalDay,
    reviewBy: optionalDay,
    supersededBy: reference,
    corrections: list(z.object({ date: text, text })),
    pinnedRelated: references,
    seo,
    publicSince: optionalInstant,
    publishedAt: optionalInstant,
  })
  .transform(({ cover, coverAlt, coverDecorative, publicSince, publishedAt, ...row }) => ({
    kind: 'article',
    ...row,
    cover: asImage(cover, coverAlt, coverDecorative),
    publishedAt: publicSince,
    modifiedAt: publishedAt,
  }));

const category = z
  .object({ ...localizedRow, slug: text, name: text, description: optionalText })
  .transform((row) => ({ kind: 'category', ...row }));

const tag = z
  .object({ ...localizedRow, slug: text, name: text })
  .transform((row) => ({ kind: 'tag', ...row }));

const author = z
  .object({ ...localizedRow, slug: text, name: text, type: text, role: optionalText, bio: optionalText })
  .transform((row) => ({ kind: 'author', ...row }));

/** Codes of languages as they are typed, `fr, en`. */
const languageCodes = text.transform((codes) =>
  codes
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean),
);

const consultant = z
  .object({
    ...localizedRow,
    name: text,
    licenceNumber: text,
    licenceClass: text,
    registerUrl: text,
    languages: languageCodes,
    recognitionNumber: optionalText,
    recognitionExpiresOn: optionalDay,
    recognitionState: z.enum(['valid', 'expired']).optional(),
    presentation: optionalText,
    photo: optionalFile,
    photoAlt: optionalText,
    position: z.number().nullish(),
  })
  .transform(({ recognitionNumber, recognitionExpiresOn, recognitionState, photo, photoAlt, ...row }) => ({
    kind: 'consultant',
    ...row,
    licenceNumber: row.licenceNumber.trim().toUpperCase(),
    // Half a recognition is a mistake for the contract to refuse. One that was never marked is not relied upon.
    recognition:
      recognitionNumber === null && recognitionExpiresOn === null
        ? null
        : {
            number: recognitionNumber ?? '',
            expiresOn: recognitionExpiresOn ?? '',
            state: recognitionState ?? 'expired',
          },
    photo: asImage(photo, photoAlt, false),
    position: row.position ?? 0,
  }));

const organization = z
  .object({
    ...localizedRow,
    legalName: text,
    tradeName: text,
    tagline: text,
    neq: text,
    address: z
      .object({ street: text, city: text, province: text, postalCode: text, country: text })
      .nullish(),
    telephone: text,
    email: text,
    privacyOfficer: z.object({ title: text, email: text }).nullish(),
    senderBlock: text,
    openingHours: list(z.object({ days: text, hours: text })),
    takesQuebecMandates: z
      .boolean()
      .nullish()
      .transform((takes) => takes ?? false),
    disclaimer: text,
    navigation: list(link),
    footerNavigation: list(link),
    socials: list(z.object({ network: text, url: text })),
  })
  .transform((row) => ({ kind: 'organization', ...row }));

const page = z
  .object({
    ...localizedRow,
    slug: text,
    title: text,
    dek: optionalText,
    body: storedBodySchema,
    seo,
    publishedAt: optionalInstant,
  })
  .transform(({ publishedAt, ...row }) => ({ kind: 'page', ...row, modifiedAt: publishedAt }));

const redirect = z
  .object({ documentId: z.string(), from: text, to: optionalText, answer: z.string() })
  .transform(({ documentId, from, to, answer }) => ({
    kind: 'redirect',
    documentId,
    locale: null,
    from,
    to,
    status: Number(answer.slice(-3)),
  }));

const processor = z
  .object({ documentId: z.string(), name: text, place: text, outsideQuebec: tick, endedOn: optionalDay })
  .transform((row) => ({ kind: 'processor', locale: null, ...row }));

const poll = z
  .object({
    ...localizedRow,
    slug: text,
    question: text,
    intro: optionalText,
    selection: text,
    options: list(z.object({ key: text, label: text })),
    min: z.number().nullish(),
    max: z.number().nullish(),
    resultsMode: z
      .string()
      .nullish()
      .transform((mode) => mode ?? 'after-vote'),
    minVotesToShow: z
      .number()
      .nullish()
      .transform((votes) => votes ?? 10),
    opensAt: optionalInstant,
    closesAt: optionalInstant,
    state: pollStateSchema.optional(),
    final: pollFinalSchema.nullish(),
  })
  .transform(({ min, max, state, final, ...row }) => ({
    kind: 'poll',
    ...row,
    ...(row.selection === 'single' ? { min: 1, max: 1 } : { min: min ?? 1, max: max ?? row.options.length }),
    state: state ?? 'upcoming',
    final: final ?? null,
  }));

const issue = z
  .object({
    ...localizedRow,
    slug: text,
    title: text,
    edition: text,
    sentAt: optionalInstant,
    text: z.unknown(),
  })
  .transform(({ text: body, ...row }) => ({ kind: 'issue', ...row, body }));

export const storedEntrySchemas = {
  article,
  category,
  tag,
  author,
  programme,
  consultant,
  organization,
  page,
  redirect,
  poll,
  round,
  term,
  guide,
  'consent-text': consentText,
  processor,
  issue,
} satisfies Record<EntryKind, z.ZodType>;
