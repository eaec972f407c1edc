import { hash } from 'node:crypto';
import type { EntryKind, Locale } from '@passerelle/contracts';
import { EVERY_ARTICLE } from './snapshot.ts';

/** A question to the snapshot: its name and arguments. The same question has one answer per snapshot. */
export type Question =
  | ['entry', kind: EntryKind, id: string, locale: string]
  | ['id-by-slug', kind: EntryKind, locale: string, slug: string]
  | ['slug', kind: EntryKind, id: string, locale: string]
  | ['ids', kind: EntryKind, locale: string]
  | ['card', locale: string, id: string]
  | ['count', locale: string, term: string]
  | ['page', locale: string, term: string, page: number | null, size: number]
  | ['span', locale: string, term: string, start: number, end: number]
  | ['latest', locale: string, term: string, limit: number]
  | ['since', locale: string, instant: string]
  | ['around', locale: string, term: string, publishedAt: string, id: string, reach: number]
  | ['related', locale: string, id: string]
  | ['open-poll', locale: Locale]
  | ['rounds', locale: Locale, programme: string]
  | ['issue-ids', locale: Locale]
  | ['issue-page', locale: Locale, page: number | null, size: number]
  | ['term-names', locale: Locale]
  | ['terms-named', locale: Locale, article: string]
  | ['asset', url: string]
  /** The card a social image is drawn from: an article's, or the site's own without an id. */
  | ['social', locale: Locale, id: string | null];

/** JSON text, an id, a list of ids, a number — or null for nothing there. */
export type Answer = string | number | readonly string[] | null;

/** Asks within the one who asks, so that the answer's use is recorded there. */
export type Ask = (question: Question) => Answer;

/** What must be touched for the answer to change; null for answers derived from other answers. */
export function groupOf(question: Question): string | null {
  switch (question[0]) {
    case 'entry':
    case 'slug':
      return `entry/${question[1]}/${question[2]}/${question[3]}`;
    case 'id-by-slug':
      return `slug/${question[1]}/${question[2]}/${question[3]}`;
    case 'ids':
      return `kind/${question[1]}/${question[2]}`;
    case 'card':
      return `card/${question[1]}/${question[2]}`;
    case 'count':
    case 'page':
    case 'span':
    case 'latest':
    case 'around':
      return `list/${question[1]}/${question[2]}`;
    case 'since':
      return `list/${question[1]}/${EVERY_ARTICLE}`;
    case 'related':
    case 'open-poll':
    case 'rounds':
    case 'issue-ids':
    case 'issue-page':
    case 'term-names':
    case 'terms-named':
    case 'social':
      return null;
    case 'asset':
      return `asset/${question[1]}`;
  }
}

/** A short name for an answer: equal answers, equal digests. */
export const digestOf = (answer: Answer): string =>
  answer === null
    ? ''
    : hash('sha1', typeof answer === 'string' ? answer : JSON.stringify(answer), 'base64url');

/** The ids of a list answer. */
export const idsIn = (answer: Answer): readonly string[] => (Array.isArray(answer) ? answer : []);
