import type { GuideAnswers, InquiryDetail, Locale } from '@passerelle/contracts';
import { localeSchema } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Connection, Transaction } from '../../../platform/jobs/database.ts';
import { type PublishedRow, readPublishedDocuments } from '../../site/adapters/published-rows.ts';
import { type GuideWording, wordAnswers, wordingOf } from '../domain/guide-wording.ts';
import { readGuide } from './guide-version.ts';

const TABLE = 'passerelle_guide_wordings';

const wordingSchema = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.record(z.string(), z.object({ title: z.string(), options: z.record(z.string(), z.string()) })));
const rowsSchema = z.array(z.object({ at: z.coerce.number(), wording: wordingSchema }));

/** Keeps what a published guide says, in each of its languages; what it said already isn't kept twice. */
export async function keepGuideWordings(
  transaction: Transaction,
  rows: readonly PublishedRow[],
  at: number,
): Promise<void> {
  for (const row of rows) {
    const guide = readGuide(row);
    const locale = localeSchema.safeParse(row.locale);
    const version = z.coerce.number().int().positive().safeParse(row.version);
    if (guide === undefined || !locale.success || !version.success) continue;
    const wording = JSON.stringify(wordingOf(guide));
    const place = { version: version.data, locale: locale.data };
    const latest = z
      .object({ wording: z.string() })
      .optional()
      .parse(await transaction(TABLE).where(place).orderBy('sequence', 'desc').first('wording'));
    if (latest?.wording !== wording) await transaction(TABLE).insert({ ...place, at, wording });
  }
}

const documentsSchema = z.array(z.object({ documentId: z.string() }));

/** Keeps what the guide says that is public now, for an installation whose guide was published before this was kept. */
export async function keepPublicGuide(strapi: Core.Strapi, at: number): Promise<void> {
  const isPublic = { publishedAt: { $notNull: true } };
  const documents = documentsSchema.parse(
    await strapi.db.query('api::guide.guide').findMany({ where: isPublic, select: ['documentId'] }),
  );
  const rows = await readPublishedDocuments(
    strapi,
    'guide',
    documents.map(({ documentId }) => documentId),
  );
  await strapi.db.transaction(({ trx }) => keepGuideWordings(trx, rows, at));
}

/** Answers in the words that a visitor read: those of the guide's version and language, as they were at an instant. */
export async function readAnswersInWords(
  connection: Connection | Transaction,
  { version, locale, at }: { version: number; locale: Locale; at: number },
  answers: GuideAnswers,
): Promise<InquiryDetail['answersInWords']> {
  const rows = rowsSchema.parse(
    await connection(TABLE).where({ version, locale }).orderBy('sequence').select('at', 'wording'),
  );
  // What was read before the first was kept can only have been that one.
  const said: GuideWording = (rows.findLast((row) => row.at <= at) ?? rows[0])?.wording ?? {};
  return wordAnswers(said, answers);
}
