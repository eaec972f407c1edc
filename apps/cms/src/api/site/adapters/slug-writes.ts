import { DEFAULT_LOCALE, type Locale, localeSchema } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { ruleError } from '../../../platform/rule-error.ts';
import type { SiteKind } from '../domain/kinds.ts';
import { freeSlug, slugRefusal, suggestSlug } from '../domain/slugs.ts';
import type { WriteContext } from './write-context.ts';

const textSchema = z.string().catch('');

/**
 * Gives a document that is being written its slug: the editor's own, checked, or one made of the title. It is
 * unique among the documents of its kind in its locale, drafts included.
 *
 * @throws slug-malformed, slug-reserved, slug-taken
 */
export async function settleSlug(strapi: Core.Strapi, kind: SiteKind, context: WriteContext): Promise<void> {
  const { slugFrom } = kind;
  const { data } = context.params;
  if (slugFrom === undefined || data === undefined) return;
  const locale = writtenLocale(context);
  const { documentId } = context.params;
  const given = textSchema.parse(data.slug).trim();
  if (given !== '') {
    const refusal = slugRefusal(kind, locale, given);
    if (refusal !== null) throw ruleError(refusal, 'slug');
    const taken = await slugsLike(strapi, kind, locale, given, documentId);
    if (taken.has(given)) throw ruleError('slug-taken', 'slug');
    data.slug = given;
    return;
  }
  const stored = documentId === undefined ? null : await readDraft(strapi, kind, documentId, locale);
  if (stored?.slug && !('slug' in data)) return;
  const elsewhere =
    kind.slugFromShared && stored === null && documentId !== undefined
      ? await readDraft(strapi, kind, documentId, DEFAULT_LOCALE)
      : null;
  const title = textSchema.parse(data[slugFrom] ?? stored?.title ?? elsewhere?.title);
  const slug = await suggestFreeSlug(strapi, kind, locale, title, documentId);
  if (slug !== null) data.slug = slug;
}

const clonedSchema = z.array(
  z.looseObject({ id: z.number(), documentId: z.string(), locale: localeSchema.nullish() }),
);

/** A copy starts with its original's slug: gives each of its rows one of its own. */
export async function settleClonedSlugs(
  strapi: Core.Strapi,
  kind: SiteKind,
  entries: unknown,
): Promise<void> {
  const { slugFrom, uid } = kind;
  if (slugFrom === undefined) return;
  for (const row of clonedSchema.parse(entries)) {
    const title = textSchema.parse(row[slugFrom]);
    const slug = await suggestFreeSlug(strapi, kind, row.locale ?? DEFAULT_LOCALE, title, row.documentId);
    await strapi.db.query(uid).update({ where: { id: row.id }, data: { slug } });
  }
}

/** A slug made of a title that no other document of the locale has; null when nothing can be made of it. */
export async function suggestFreeSlug(
  strapi: Core.Strapi,
  kind: SiteKind,
  locale: Locale,
  title: string,
  documentId: string | undefined,
): Promise<string | null> {
  const suggested = suggestSlug(title);
  if (suggested === '') return null;
  const taken = await slugsLike(strapi, kind, locale, suggested, documentId);
  return freeSlug(
    suggested,
    (candidate) => taken.has(candidate) || slugRefusal(kind, locale, candidate) === 'slug-reserved',
  );
}

const slugsSchema = z.array(z.object({ slug: z.string() }));

/** The slugs of other documents that begin like this one. */
async function slugsLike(
  strapi: Core.Strapi,
  { uid }: SiteKind,
  locale: Locale,
  slug: string,
  documentId: string | undefined,
): Promise<Set<string>> {
  const rows = await strapi.db.query(uid).findMany({
    where: {
      locale,
      slug: { $startsWith: slug },
      ...(documentId === undefined ? {} : { documentId: { $ne: documentId } }),
    },
    select: ['slug'],
  });
  return new Set(slugsSchema.parse(rows).map((row) => row.slug));
}

const draftSchema = z.looseObject({ slug: z.string().nullish() }).nullish();

async function readDraft(
  strapi: Core.Strapi,
  { uid, drafts, slugFrom }: SiteKind,
  documentId: string,
  locale: Locale,
): Promise<{ slug: string | null; title: unknown } | null> {
  const row = draftSchema.parse(
    await strapi.db.query(uid).findOne({
      where: { documentId, locale, ...(drafts ? { publishedAt: null } : {}) },
      select: ['slug', ...(slugFrom === undefined ? [] : [slugFrom])],
    }),
  );
  return row ? { slug: row.slug ?? null, title: slugFrom === undefined ? null : row[slugFrom] } : null;
}

function writtenLocale(context: WriteContext): Locale {
  return localeSchema.catch(DEFAULT_LOCALE).parse(context.params.locale);
}
