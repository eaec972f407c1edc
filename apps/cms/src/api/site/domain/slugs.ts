import { isPagedKind, isReservedSlug, type Locale, slugSchema } from '@passerelle/contracts';
import slugify from '@sindresorhus/slugify';
import type { SiteKind } from './kinds.ts';

/** A suggested slug is cut at a word before this many characters. */
const SUGGESTED_LENGTH = 80;

/** Makes a slug of a title: `L’œuvre d’été` → `l-oeuvre-d-ete`. Empty when the title has no letter or digit. */
export function suggestSlug(title: string): string {
  const slug = slugify(title.normalize('NFC').replace(/[’']/g, ' '), { decamelize: false });
  if (slug.length <= SUGGESTED_LENGTH) return slug;
  const cut = slug.lastIndexOf('-', SUGGESTED_LENGTH);
  return slug.slice(0, cut > 0 ? cut : SUGGESTED_LENGTH);
}

/** The slug itself where it is free, else the first of `slug-2`, `slug-3`, … that is. */
export function freeSlug(slug: string, isTaken: (candidate: string) => boolean): string {
  let candidate = slug;
  for (let number = 2; isTaken(candidate); number += 1) candidate = `${slug}-${number}`;
  return candidate;
}

export type SlugRefusal = 'slug-malformed' | 'slug-reserved';

/** What is wrong with a slug in itself; null when nothing is. */
export function slugRefusal({ kind }: SiteKind, locale: Locale, slug: string): SlugRefusal | null {
  if (!slugSchema.safeParse(slug).success) return 'slug-malformed';
  return isPagedKind(kind) && isReservedSlug(kind, locale, slug) ? 'slug-reserved' : null;
}
