import { z } from 'zod';
import { instant, text, webAddress } from './xml.ts';

/**
 * What schema.org and Google's guides ask of each type of node that the site has
 * (https://developers.google.com/search/docs/appearance/structured-data: article, breadcrumb, local-business,
 * site-names). That names and values fit schema.org is held where they are written, by the types of schema-dts.
 */

const reference = z.strictObject({ '@id': webAddress });
const publisher = z.looseObject({
  '@type': z.literal('ProfessionalService'),
  '@id': webAddress,
  name: text,
  url: webAddress,
});
const author = z.looseObject({ '@type': z.enum(['Person', 'Organization']), name: text });

const newsArticle = z.looseObject({
  '@type': z.literal('NewsArticle'),
  '@id': webAddress,
  headline: text,
  datePublished: instant,
  dateModified: instant,
  inLanguage: z.enum(['fr-CA', 'en-CA']),
  author: z.array(z.union([author, reference])).min(1),
  publisher,
  image: z
    .array(
      z.looseObject({
        '@type': z.literal('ImageObject'),
        url: webAddress,
        width: z.string().regex(/^\d+$/),
        height: z.string(),
      }),
    )
    // Rich results want an image that is not narrower than this.
    .refine((images) => images.some(({ width }) => Number(width) >= 1_200)),
});

const breadcrumbList = z.strictObject({
  '@type': z.literal('BreadcrumbList'),
  itemListElement: z
    .array(
      z.strictObject({ '@type': z.literal('ListItem'), position: z.int(), name: text, item: webAddress }),
    )
    .min(2)
    .refine((items) => items.every(({ position }, index) => position === index + 1)),
});

const professionalService = publisher.extend({
  telephone: z.string().regex(/^\+\d{8,15}$/),
  address: z.strictObject({
    '@type': z.literal('PostalAddress'),
    streetAddress: text,
    addressLocality: text,
    addressRegion: z.string().regex(/^[A-Z]{2}$/),
    postalCode: z.string().regex(/^[A-Z]\d[A-Z] \d[A-Z]\d$/),
    addressCountry: z.literal('CA'),
  }),
});

const webSite = z.looseObject({
  '@type': z.literal('WebSite'),
  name: text,
  url: webAddress,
  publisher: reference,
});

/** A programme's page: ours, about a public service of somebody else's (https://schema.org/GovernmentService). */
const webPage = z.looseObject({
  '@type': z.literal('WebPage'),
  '@id': webAddress,
  url: webAddress,
  name: text,
  lastReviewed: z.iso.date().optional(),
  about: z.looseObject({
    '@type': z.literal('GovernmentService'),
    name: text,
    serviceOperator: z.strictObject({ '@type': z.literal('GovernmentOrganization'), name: text }),
    areaServed: z.strictObject({ '@type': z.literal('AdministrativeArea'), name: text }),
  }),
});

/** Rounds of invitations (https://developers.google.com/search/docs/appearance/structured-data/dataset). */
const dataset = z.looseObject({
  '@type': z.literal('Dataset'),
  '@id': webAddress,
  name: text,
  description: z.string().min(50).max(5_000),
  creator: publisher,
  isBasedOn: z.array(webAddress).min(1),
  distribution: z.strictObject({
    '@type': z.literal('DataDownload'),
    encodingFormat: text,
    contentUrl: webAddress,
  }),
});

const definedTermSet = z.looseObject({
  '@type': z.literal('DefinedTermSet'),
  '@id': webAddress,
  name: text,
  hasDefinedTerm: z
    .array(
      z.looseObject({ '@type': z.literal('DefinedTerm'), name: text, description: text, url: webAddress }),
    )
    .min(1),
});

const node = z.discriminatedUnion('@type', [
  newsArticle,
  breadcrumbList,
  professionalService,
  webSite,
  webPage,
  dataset,
  definedTermSet,
]);

export const structuredDataSchema = z.strictObject({
  '@context': z.literal('https://schema.org'),
  '@graph': z.array(node).min(1),
});
