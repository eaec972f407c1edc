import { DEFAULT_LOCALE, type Locale } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { SiteKind } from '../../api/site/domain/kinds.ts';
import type { Fields } from '../seed-fields.ts';

export interface SeedDocumentResult {
  documentId: string;
  created: boolean;
}

interface SeedDocument {
  /** The document an earlier seed made, which may be gone. */
  documentId: string | undefined;
  /** French first; a locale without fields isn't there. */
  renditions: readonly { locale: Locale; fields: Fields | undefined }[];
  /** Written for the first time in this run: published on its own date, not today. */
  isNew: boolean;
  /** Called with the document's id when its draft is there and before it is public. */
  beforePublication?: (documentId: string) => Promise<void>;
}

/** Creates or overwrites a document and publishes it, in the caller's transaction. */
export async function writeSeedDocument(
  strapi: Core.Strapi,
  kind: SiteKind,
  { documentId, renditions, isNew, beforePublication }: SeedDocument,
): Promise<SeedDocumentResult> {
  const documents = strapi.documents(kind.uid);
  const earlier = documentId ?? (await existingSingle(strapi, kind));
  const exists = earlier !== undefined && (await rowExists(strapi, kind, earlier));
  let id = exists ? earlier : undefined;
  // Its languages have the same questions, so that neither can change alone.
  const together = kind.kind === 'guide';
  for (const { locale, fields } of renditions) {
    const where = kind.localized ? { locale } : {};
    if (fields === undefined) {
      if (id !== undefined && kind.localized && (await rowExists(strapi, kind, id, locale))) {
        await documents.delete({ documentId: id, ...where });
      }
      continue;
    }
    if (id === undefined) {
      id = idSchema.parse(await documents.create({ data: fields, ...where })).documentId;
    } else {
      await documents.update({ documentId: id, data: fields, ...where });
    }
    await beforePublication?.(id);
    if (kind.drafts && !together) await documents.publish?.({ documentId: id, ...where });
    if (isNew || !exists) await dateAsWritten(strapi, kind, id, locale, fields);
  }
  if (id !== undefined && together) await publishTogether(strapi, kind, id, renditions);
  if (id === undefined) throw new Error(`A ${kind.kind} of the seed has no ${DEFAULT_LOCALE} rendition`);
  return { documentId: id, created: !exists };
}

async function publishTogether(
  strapi: Core.Strapi,
  { uid }: SiteKind,
  documentId: string,
  renditions: SeedDocument['renditions'],
): Promise<void> {
  const locales = renditions.filter(({ fields }) => fields !== undefined).map(({ locale }) => locale);
  // The document service takes lists too; its types name one locale.
  await strapi.documents(uid).publish?.({ documentId, locale: locales as unknown as string });
}

const idSchema = z.object({ documentId: z.string() });

/** A single type has one document, which an administrator may have made. */
async function existingSingle(strapi: Core.Strapi, { kind, uid }: SiteKind): Promise<string | undefined> {
  if (kind !== 'organization' && kind !== 'guide') return undefined;
  const row = await strapi.db.query(uid).findOne({ where: {}, select: ['documentId'] });
  return idSchema.nullish().parse(row)?.documentId;
}

async function rowExists(
  strapi: Core.Strapi,
  { uid }: SiteKind,
  documentId: string,
  locale?: Locale,
): Promise<boolean> {
  const where = locale === undefined ? { documentId } : { documentId, locale };
  return (await strapi.db.query(uid).count({ where })) > 0;
}

/** A demonstration article reads as last published on its own date, not on the day it was seeded. */
async function dateAsWritten(
  strapi: Core.Strapi,
  { kind, uid }: SiteKind,
  documentId: string,
  locale: Locale,
  fields: Fields,
): Promise<void> {
  if (kind !== 'article') return;
  await strapi.db.query(uid).updateMany({
    where: { documentId, locale, publishedAt: { $notNull: true } },
    data: { publishedAt: fields.publicSince },
  });
}
