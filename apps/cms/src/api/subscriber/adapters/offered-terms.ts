import { type Locale, localeSchema } from '@passerelle/contracts';
import { z } from 'zod';
import type { Connection, Transaction } from '../../../platform/jobs/database.ts';
import type { Offered } from '../domain/chosen.ts';

const rowsSchema = z.array(z.object({ document_id: z.string(), locale: localeSchema }));

/** What readers can choose now: categories and programmes. Within a transaction, pass that. */
export async function readOffered(connection: Connection | Transaction): Promise<Offered> {
  return {
    topics: await termsOf(connection, 'categories'),
    programmes: await termsOf(connection, 'programmes'),
  };
}

async function termsOf(
  connection: Connection | Transaction,
  table: 'categories' | 'programmes',
): Promise<Record<Locale, ReadonlySet<string>>> {
  const rows = rowsSchema.parse(
    await connection(table).whereNotNull('locale').select('document_id', 'locale'),
  );
  const of = (wanted: Locale) =>
    new Set(rows.filter(({ locale }) => locale === wanted).map(({ document_id }) => document_id));
  return { 'fr-CA': of('fr-CA'), 'en-CA': of('en-CA') };
}
