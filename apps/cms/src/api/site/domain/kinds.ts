import type { EntryKind, Locale } from '@passerelle/contracts';
import {
  articlePath,
  categoryPath,
  issuePath,
  pagePath,
  pollPath,
  programmePath,
  roundsPath,
} from '@passerelle/contracts';

/** How one kind of entry is kept in Strapi. */
export interface SiteKind {
  readonly kind: EntryKind;
  readonly uid: `api::${EntryKind}.${EntryKind}`;
  /** Has one row per locale. */
  readonly localized: boolean;
  /** Has drafts beside what is public; without them every row is public. */
  readonly drafts: boolean;
  /** Each language may be public by itself: none is the translation of another. */
  readonly byLanguage?: boolean;
  /** The field a missing slug is made from; absent for a kind that has no slug. */
  readonly slugFrom?: 'title' | 'name' | 'question' | 'code';
  /** That field is the same in every locale, so a new locale is written without it. */
  readonly slugFromShared?: boolean;
  /** The kind has pages of its own. */
  readonly path?: (locale: Locale, slug: string) => string;
  /** A page below that one, which moves with it. */
  readonly pathBelow?: (locale: Locale, slug: string) => string;
}

const kinds: { readonly [K in EntryKind]: Omit<SiteKind, 'kind' | 'uid'> } = {
  article: { localized: true, drafts: true, slugFrom: 'title', path: articlePath },
  category: { localized: true, drafts: false, slugFrom: 'name', path: categoryPath },
  tag: { localized: true, drafts: false, slugFrom: 'name' },
  author: { localized: true, drafts: false, slugFrom: 'name' },
  programme: {
    localized: true,
    drafts: false,
    slugFrom: 'code',
    slugFromShared: true,
    path: programmePath,
    pathBelow: roundsPath,
  },
  consultant: { localized: true, drafts: false },
  organization: { localized: true, drafts: false },
  page: { localized: true, drafts: true, slugFrom: 'title', path: pagePath },
  redirect: { localized: false, drafts: false },
  poll: { localized: true, drafts: true, slugFrom: 'question', path: pollPath },
  round: { localized: true, drafts: true },
  term: { localized: true, drafts: true, slugFrom: 'name' },
  guide: { localized: true, drafts: true },
  'consent-text': { localized: true, drafts: true },
  processor: { localized: false, drafts: false },
  issue: { localized: true, drafts: true, byLanguage: true, slugFrom: 'title', path: issuePath },
};

/** How entries of this kind are kept. */
export function siteKind(kind: EntryKind): SiteKind {
  return { kind, uid: `api::${kind}.${kind}`, ...kinds[kind] };
}

const kindsByUid = new Map<string, SiteKind>(
  (Object.keys(kinds) as EntryKind[]).map((kind) => [siteKind(kind).uid, siteKind(kind)]),
);

/** The kind a Strapi content type holds; undefined for one the site doesn't show. */
export function siteKindOf(uid: string): SiteKind | undefined {
  return kindsByUid.get(uid);
}
