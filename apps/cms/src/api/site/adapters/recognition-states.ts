import type { Core } from '@strapi/strapi';
import { readRecognitions } from '../../consultant/adapters/recognition-rows.ts';
import type { PublishedRow } from './published-rows.ts';

/** Gives each consultant's row how its recognition was marked; without a mark there is none to rely upon. */
export async function withRecognitions(
  strapi: Core.Strapi,
  consultants: readonly PublishedRow[],
): Promise<PublishedRow[]> {
  const documentIds = [...new Set(consultants.map(({ documentId }) => documentId))];
  if (documentIds.length === 0) return [];
  // Within the caller's transaction: SQLite has no second connection to read by.
  const marked = await strapi.db.transaction(({ trx }) => readRecognitions(trx, documentIds));
  const states = new Map(
    marked.map(({ documentId, expiredAt }) => [documentId, expiredAt === null ? 'valid' : 'expired']),
  );
  return consultants.map((row) => ({ ...row, recognitionState: states.get(row.documentId) }));
}
