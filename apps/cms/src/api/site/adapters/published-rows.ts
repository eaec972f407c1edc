import type { EntryKind, Locale } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { siteKind } from '../domain/kinds.ts';
import { withStates } from './poll-states.ts';
import { populateOf } from './populate.ts';
import { withRecognitions } from './recognition-states.ts';

/** Only rows that are public; kinds without drafts always carry the date. */
const PUBLISHED = { publishedAt: { $notNull: true } };

const rowSchema = z.looseObject({
  id: z.number(),
  documentId: z.string(),
  locale: z.string().nullish(),
});
/** A public row with everything the contract needs, as Strapi gives it. */
export type PublishedRow = z.infer<typeof rowSchema>;

/** A page of one kind's public rows by ascending row id, from the first one after `after`. */
export async function readPublishedPage(
  strapi: Core.Strapi,
  kind: EntryKind,
  page: { after: number; limit: number },
): Promise<PublishedRow[]> {
  const rows = await strapi.db.query(siteKind(kind).uid).findMany({
    where: { ...PUBLISHED, id: { $gt: page.after } },
    orderBy: { id: 'asc' },
    limit: page.limit,
    populate: populateOf(kind),
  });
  return complete(strapi, kind, z.array(rowSchema).parse(rows));
}

/** The public rows of some documents of one kind, in all their locales. */
export async function readPublishedDocuments(
  strapi: Core.Strapi,
  kind: EntryKind,
  documentIds: readonly string[],
): Promise<PublishedRow[]> {
  if (documentIds.length === 0) return [];
  const rows = await strapi.db.query(siteKind(kind).uid).findMany({
    where: { ...PUBLISHED, documentId: { $in: [...new Set(documentIds)] } },
    populate: populateOf(kind),
  });
  return complete(strapi, kind, z.array(rowSchema).parse(rows));
}

/** Adds what Strapi's own tables don't hold. */
async function complete(strapi: Core.Strapi, kind: EntryKind, rows: PublishedRow[]): Promise<PublishedRow[]> {
  if (kind === 'poll') return withStates(strapi, rows);
  return kind === 'consultant' ? withRecognitions(strapi, rows) : rows;
}

const liveRowsSchema = z.array(
  z.object({
    id: z.number(),
    documentId: z.string(),
    locale: z.string().nullish(),
    slug: z.string().nullish(),
    publishedAt: z.union([z.string(), z.date()]),
  }),
);
/** That a document is public in a locale, and at which slug. */
export interface LiveRow {
  id: number;
  documentId: string;
  locale: Locale | null;
  slug: string | null;
  publishedAt: Date;
}

/** Where some documents are public now: one row per document and locale. */
export async function readLiveRows(
  strapi: Core.Strapi,
  kind: EntryKind,
  documentIds: readonly string[],
): Promise<LiveRow[]> {
  if (documentIds.length === 0) return [];
  const { uid, localized, slugFrom } = siteKind(kind);
  const rows = await strapi.db.query(uid).findMany({
    where: { ...PUBLISHED, documentId: { $in: [...documentIds] } },
    select: ['id', 'documentId', 'locale', 'publishedAt', ...(slugFrom === undefined ? [] : ['slug'])],
  });
  return liveRowsSchema.parse(rows).map((row) => ({
    id: row.id,
    documentId: row.documentId,
    locale: localized ? asLocale(row.locale) : null,
    slug: row.slug ?? null,
    publishedAt: new Date(row.publishedAt),
  }));
}

function asLocale(locale: string | null | undefined): Locale {
  if (locale === 'fr-CA' || locale === 'en-CA') return locale;
  throw new Error(`A published row has the unknown locale ${String(locale)}`);
}
