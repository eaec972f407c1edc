import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { SiteKind } from '../domain/kinds.ts';
import type { LiveRow } from './published-rows.ts';

const populateSchema = z.array(z.string());

/**
 * Carries the fields a document's locales share, such as its cover, from the locale that was just published to
 * the others that are public. Strapi 5.54 does so only where the row it happens to find first differs, so that an
 * image or a date could stay old in the other language.
 */
export async function shareFields(
  strapi: Core.Strapi,
  { uid, drafts, localized }: SiteKind,
  before: readonly LiveRow[],
  after: readonly LiveRow[],
): Promise<void> {
  if (!drafts || !localized || after.length < 2) return;
  const published = after.filter(({ id }) => !before.some((row) => row.id === id));
  const source = published.find(({ locale }) => locale === 'fr-CA') ?? published[0];
  if (source === undefined) return;
  const i18n = strapi.plugin('i18n');
  const populate = populateSchema.parse(
    i18n.service('content-types').getNestedPopulateOfNonLocalizedAttributes(uid),
  );
  const entry = await strapi.db.query(uid).findOne({ where: { id: source.id }, populate });
  await i18n.service('localizations').syncNonLocalizedAttributes(entry, strapi.contentType(uid));
}
