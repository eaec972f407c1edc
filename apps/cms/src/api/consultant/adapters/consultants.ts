import { DEFAULT_LOCALE, type Locale, localeSchema } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const CONSULTANT = 'api::consultant.consultant';
const ORGANIZATION = 'api::organization.organization';

const textSchema = z
  .string()
  .nullish()
  .transform((text) => text?.trim() || null);
const rowsSchema = z.array(
  z.object({
    documentId: z.string(),
    locale: localeSchema,
    name: z.string(),
    recognitionNumber: textSchema,
    recognitionExpiresOn: textSchema,
  }),
);

/** A consultant and the day on which the recognition ends; null without a recognition. */
export interface RecognizedConsultant {
  documentId: string;
  name: string;
  locales: Locale[];
  expiresOn: string | null;
}

/** The consultants of the practice, of the French rows; of one document only when it is given. */
export async function readConsultants(
  strapi: Core.Strapi,
  documentId?: string,
): Promise<RecognizedConsultant[]> {
  const rows = rowsSchema.parse(
    await strapi.db.query(CONSULTANT).findMany({
      where: documentId === undefined ? {} : { documentId },
      select: ['documentId', 'locale', 'name', 'recognitionNumber', 'recognitionExpiresOn'],
      orderBy: [{ position: 'asc' }, { documentId: 'asc' }],
    }),
  );
  return rows
    .filter(({ locale }) => locale === DEFAULT_LOCALE)
    .map((row) => ({
      documentId: row.documentId,
      name: row.name,
      locales: rows.filter((other) => other.documentId === row.documentId).map(({ locale }) => locale),
      expiresOn: row.recognitionNumber === null ? null : row.recognitionExpiresOn,
    }));
}

const countSchema = z.number();

/** Whether the organization says that it takes mandates for Québec's programmes. */
export async function takesQuebecMandates(strapi: Core.Strapi): Promise<boolean> {
  const where = { takesQuebecMandates: true, locale: DEFAULT_LOCALE };
  return countSchema.parse(await strapi.db.query(ORGANIZATION).count({ where })) > 0;
}
