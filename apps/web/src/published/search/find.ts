import type { Locale } from '@passerelle/contracts';
import type { SnapshotDatabase } from '../snapshot.ts';
import { INDEX_TABLE } from './index-tables.ts';
import { allOf, anyOf, type Term } from './question.ts';

/** Results on a page. */
export const PAGE_SIZE = 10;

/** Within a rank too, a title weighs more than a summary, a summary more than a body. */
const WEIGHTS = '12, 5, 1';

/**
 * Relevance is weighed among this many documents. Beyond, the words are so common that it says little, and
 * weighing ten thousand would hold up other visitors.
 */
const WEIGHED = 2_000;

/** When no document has all terms, this many of the rarest are asked for. */
const RAREST = 4;

/** Which document was found. */
export interface Place {
  kind: string;
  id: string;
}

export interface Found {
  /** Whether all terms are in each document; false when some had to be given up. */
  every: boolean;
  total: number;
  /** Of one page. */
  places: Place[];
}

interface Asked {
  /** In FTS5's language, in parentheses. */
  match: string;
  /** Each term so, as a list in JSON. */
  terms: string;
  offset: number;
}

/**
 * Finds documents of one language: those with all terms; if there are none, with all terms that occur at all; if
 * there are none either, with any of the rarest.
 */
export function findIn(database: SnapshotDatabase, locale: Locale) {
  const table = INDEX_TABLE[locale];
  const count = database
    .prepare<[string], number>(`SELECT count(*) FROM ${table} WHERE ${table} MATCH ?`)
    .pluck();
  // The more of the terms are in the title, the further up; then in title and summary. Within, what is told at length
  // comes before a definition, and then by relevance to one decimal, so that documents that answer alike go by date.
  // What has been replaced comes last.
  const termsIn = (columns: string) =>
    `SELECT i.rowid AS row, count(*) AS terms FROM json_each(@terms) AS asked JOIN ${table} AS i
     WHERE ${table} MATCH '{${columns}} : ' || asked.value GROUP BY i.rowid`;
  const pageBy = (score: string) =>
    database.prepare<Asked, Place>(
      `WITH found AS MATERIALIZED (
         SELECT rowid AS row, ${score} AS score FROM ${table} WHERE ${table} MATCH @match
       ), titled AS MATERIALIZED (
         ${termsIn('title')}
       ), summed AS MATERIALIZED (
         ${termsIn('title summary')}
       )
       SELECT kind, id FROM found JOIN search_entry USING (row)
         LEFT JOIN titled USING (row) LEFT JOIN summed USING (row)
       ORDER BY superseded, coalesce(titled.terms, 0) DESC, coalesce(summed.terms, 0) DESC, kind = 'term', score, at DESC, id
       LIMIT ${PAGE_SIZE} OFFSET @offset`,
    );
  const weighed = pageBy(`round(bm25(${table}, ${WEIGHTS}), 1)`);
  const newest = pageBy('0');

  const howMany = (match: string): number => count.get(match) ?? 0;

  /** Terms that some document has, the rarest first. */
  const occurring = (terms: readonly Term[]): Term[] =>
    terms
      .map((term) => ({ term, documents: howMany(allOf([term])) }))
      .filter(({ documents }) => documents > 0)
      .sort((a, b) => a.documents - b.documents)
      .map(({ term }) => term);

  return (terms: readonly Term[], page: number): Found => {
    if (terms.length === 0) return { every: true, total: 0, places: [] };
    const offset = (page - 1) * PAGE_SIZE;
    const asked = JSON.stringify(terms.map((term) => allOf([term])));
    const pageOf = (match: string, every: boolean): Found | undefined => {
      const total = howMany(match);
      if (total === 0) return undefined;
      const places = (total > WEIGHED ? newest : weighed).all({ match, terms: asked, offset });
      return { every, total, places };
    };
    const whole = pageOf(allOf(terms), true);
    if (whole) return whole;
    const left = occurring(terms);
    if (left.length === 0) return { every: true, total: 0, places: [] };
    const some = pageOf(allOf(left), false) ?? pageOf(anyOf(left.slice(0, RAREST)), false);
    return some ?? { every: true, total: 0, places: [] };
  };
}
