import type { Locale } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { siteKind } from '../../site/domain/kinds.ts';
import type { WatchedKind } from '../domain/answers.ts';

interface DocumentPlace {
  kind: WatchedKind;
  documentId: string;
  locale: Locale;
}

const slugRowSchema = z.object({ slug: z.string() }).nullable();

/** The slug a document is published under in a locale; null when it isn't published there. */
export async function readPublishedSlug(strapi: Core.Strapi, place: DocumentPlace): Promise<string | null> {
  const { kind, documentId, locale } = place;
  const row = await strapi.db.query(siteKind(kind).uid).findOne({
    select: ['slug'],
    where: { documentId, locale, publishedAt: { $notNull: true } },
  });
  return slugRowSchema.parse(row)?.slug ?? null;
}

const rolesSchema = z.object({ userAbility: z.unknown() });

/**
 * Whether the person who asks may read a document in a locale. Roles may be limited to locales, or to what one
 * has written oneself, so the draft is looked at, with its creator.
 */
export async function mayRead(strapi: Core.Strapi, state: unknown, place: DocumentPlace): Promise<boolean> {
  const { userAbility } = rolesSchema.parse(state);
  const { uid } = siteKind(place.kind);
  const checker = strapi
    .plugin('content-manager')
    .service('permission-checker')
    .create({ userAbility, model: uid });
  if (checker.cannot.read()) return false;
  const draft = await strapi.db.query(uid).findOne({
    where: { documentId: place.documentId, locale: place.locale, publishedAt: null },
    populate: { createdBy: { populate: { roles: true } } },
  });
  return draft === null || !checker.cannot.read(draft);
}
