import type { Locale } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const UID = 'api::programme.programme';
const documentSchema = z.object({ documentId: z.string() }).nullish();
const nameSchema = z.object({ name: z.string() }).nullish();

/** A programme's name in a language, by its short name in either; null where there is none. */
export async function readProgrammeName(
  strapi: Core.Strapi,
  slug: string | null,
  locale: Locale,
): Promise<string | null> {
  if (slug === null) return null;
  const programmes = strapi.db.query(UID);
  const document = documentSchema.parse(await programmes.findOne({ where: { slug } }));
  if (document == null) return null;
  const { documentId } = document;
  return nameSchema.parse(await programmes.findOne({ where: { documentId, locale } }))?.name ?? null;
}
