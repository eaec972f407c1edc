import { DEFAULT_LOCALE, type Guide } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { type PublishedRow, readPublishedDocuments } from '../../site/adapters/published-rows.ts';
import { readPublicEntry } from '../../site/domain/public-entry.ts';
import { rulesOf } from '../domain/guide-rules.ts';

const UID = 'api::guide.guide';
const versionsSchema = z.array(
  z.object({ version: z.coerce.number().nullable() }).transform(({ version }) => version ?? 0),
);

/**
 * Gives a guide that was just published its version: one more than ever when its rules differ from those that were
 * public before, or none were; otherwise the same. All rows of the document bear it, drafts too, so that nothing
 * is lost when the guide is withdrawn for a while.
 */
export async function settleGuideVersion(
  strapi: Core.Strapi,
  documentId: string,
  before: readonly PublishedRow[],
): Promise<void> {
  const rows = await readPublishedDocuments(strapi, 'guide', [documentId]);
  if (rows.length === 0) return;
  const versions = versionsSchema.parse(
    await strapi.db.query(UID).findMany({ where: { documentId }, select: ['version'] }),
  );
  // The row that is published now took its number from the draft, and so from an earlier publication.
  const highest = Math.max(
    0,
    ...versions,
    ...before.map(({ version }) => z.number().catch(0).parse(version)),
  );
  const rules = rulesIn(rows);
  // One that can't be read gets a version too: what is refused then is what the editor can put right.
  const same = rules !== undefined && rules === rulesIn(before);
  const version = same && highest > 0 ? highest : highest + 1;
  await strapi.db.query(UID).updateMany({ where: { documentId }, data: { version } });
}

/** The rules of the French one; the English has the same. */
function rulesIn(rows: readonly PublishedRow[]): string | undefined {
  const french = rows.find(({ locale }) => locale === DEFAULT_LOCALE);
  const guide = french && readGuide(french);
  return guide && rulesOf(guide);
}

/** A row as the contract has it, whatever version it bears; undefined when it can't be read. */
export function readGuide(row: PublishedRow): Guide | undefined {
  const reading = readPublicEntry('guide', { ...row, version: 1 });
  return reading.ok && reading.entry.kind === 'guide' ? reading.entry : undefined;
}
