import { imageSchema } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { ruleError } from '../../../platform/rule-error.ts';
import { jobsOf } from '../../../platform/running-jobs.ts';
import { siteKind } from '../domain/kinds.ts';
import { type ChangedDocument, lockContent, recordChanges } from './changes.ts';
import { readOwners } from './referrers.ts';

const documentsSchema = z.array(z.object({ documentId: z.string(), locale: z.enum(['fr-CA', 'en-CA']) }));
const idsSchema = z.array(z.object({ id: z.number() }));

/** The public documents that show a file of the media library. */
async function readShowing(strapi: Core.Strapi, fileId: number): Promise<ChangedDocument[]> {
  const articles = await strapi.db.query(siteKind('article').uid).findMany({
    where: { publishedAt: { $notNull: true }, cover: { id: fileId } },
    select: ['documentId', 'locale'],
  });
  const consultants = await strapi.db.query(siteKind('consultant').uid).findMany({
    where: { photo: { id: fileId } },
    select: ['documentId', 'locale'],
  });
  const figures = await strapi.db.query('blocks.figure').findMany({
    where: { image: { id: fileId } },
    select: ['id'],
  });
  const owners = await readOwners(
    strapi,
    'blocks.figure',
    idsSchema.parse(figures).map((figure) => figure.id),
  );
  return [
    ...documentsSchema.parse(articles).map((row) => ({ kind: 'article' as const, ...row })),
    ...documentsSchema.parse(consultants).map((row) => ({ kind: 'consultant' as const, ...row })),
    ...owners,
  ];
}

/**
 * Replaces a file by way of `replace`, and records the change of every public document that shows it in the same
 * transaction.
 *
 * @throws image-type when a shown image would become something else.
 */
export function replaceShownFile(
  strapi: Core.Strapi,
  file: { id: number; newType: string },
  replace: () => Promise<unknown>,
): Promise<unknown> {
  return strapi.db.transaction(async ({ trx }) => {
    await lockContent(trx);
    const showing = await readShowing(strapi, file.id);
    const isImage = imageSchema.shape.mime.safeParse(file.newType).success;
    if (showing.length > 0 && !isImage) throw ruleError('image-type');
    const result = await replace();
    await recordChanges(trx, jobsOf(strapi), showing, new Date());
    return result;
  });
}

/** Changes what the library says of a file by way of `change`, and records the change of what shows it. */
export function describeShownFile(
  strapi: Core.Strapi,
  fileId: number,
  change: () => Promise<unknown>,
): Promise<unknown> {
  return strapi.db.transaction(async ({ trx }) => {
    await lockContent(trx);
    const result = await change();
    await recordChanges(trx, jobsOf(strapi), await readShowing(strapi, fileId), new Date());
    return result;
  });
}

/** Removes a file by way of `remove`. @throws image-in-use when public content shows it. */
export function removeUnshownFile(
  strapi: Core.Strapi,
  fileId: number,
  remove: () => Promise<unknown>,
): Promise<unknown> {
  return strapi.db.transaction(async ({ trx }) => {
    await lockContent(trx);
    if ((await readShowing(strapi, fileId)).length > 0) throw ruleError('image-in-use');
    return remove();
  });
}
