import { isDeepStrictEqual } from 'node:util';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { ruleError } from '../../../platform/rule-error.ts';
import { type PublishedRow, readPublishedDocuments } from '../../site/adapters/published-rows.ts';

const UID = 'api::consent-text.consent-text';
const wordingSchema = z.object({
  purpose: z.unknown(),
  number: z.unknown(),
  label: z.unknown(),
  text: z.unknown(),
});

/**
 * What a person has agreed to must be there to be read (Q3): a wording that is public in a language stays so, word
 * for word, and no other has its purpose and number. A new text is a new document with the next number.
 *
 * @throws `wording-kept`, `wording-fixed` or `wording-taken`.
 */
export async function keepWording(
  strapi: Core.Strapi,
  documentId: string,
  before: readonly PublishedRow[],
): Promise<void> {
  const now = await readPublishedDocuments(strapi, 'consent-text', [documentId]);
  for (const row of before) {
    const still = now.find(({ locale }) => locale === row.locale);
    if (still === undefined) throw ruleError('wording-kept');
    if (!isDeepStrictEqual(wordingSchema.parse(still), wordingSchema.parse(row))) {
      throw ruleError('wording-fixed');
    }
  }
  for (const { purpose, number } of now) {
    const others = await strapi.db.query(UID).count({
      where: { purpose, number, documentId: { $ne: documentId }, publishedAt: { $notNull: true } },
    });
    if (others > 0) throw ruleError('wording-taken', 'number');
  }
}
