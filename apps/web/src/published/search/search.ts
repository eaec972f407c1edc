import type { Entry, Locale } from '@passerelle/contracts';
import type { SnapshotDatabase } from '../snapshot.ts';
import { findIn, PAGE_SIZE, type Place } from './find.ts';
import { excerpt, highlight, type Segment } from './highlight.ts';
import { QUESTION_LENGTH, type Question, readQuestion } from './question.ts';
import { isSearchable, type SearchableEntry, searchableText } from './searchable.ts';
import { spelling } from './spelling.ts';

/** The last page there is: who has read so far asks otherwise. */
export const LAST_PAGE = 20;

/** A document that was found, and what of it answers. */
export interface SearchHit {
  entry: SearchableEntry;
  title: Segment[];
  excerpt: Segment[];
}

export interface SearchResult {
  /** The question as it was understood: cut to its greatest length. */
  question: string;
  /** Whether there was anything to ask for. */
  asked: boolean;
  /** How many documents were found, on all pages. */
  total: number;
  /** Whether all words are in each document, or some of them, since no document has all. */
  every: boolean;
  hits: SearchHit[];
  page: number;
  pages: number;
  /** What may have been meant instead: other words, which do find something. */
  meant: string | undefined;
}

/** Searches the documents of a language. Never throws, whatever is asked. @param page from 1 */
export type Search = (locale: Locale, question: string, page: number) => SearchResult;

/** A search of the snapshot. What comes of a question follows from the content alone. */
export function snapshotSearch(database: SnapshotDatabase): Search {
  const entryJson = database
    .prepare<[string, string, string], string>(
      'SELECT json FROM entry WHERE kind = ? AND id = ? AND locale = ?',
    )
    .pluck();
  const searchIn = (locale: Locale) => ({
    spelling: spelling(database, locale),
    find: findIn(database, locale),
  });
  const each: Record<Locale, ReturnType<typeof searchIn>> = {
    'fr-CA': searchIn('fr-CA'),
    'en-CA': searchIn('en-CA'),
  };

  function hitOf({ kind, id }: Place, question: Question, locale: Locale): SearchHit[] {
    const json = entryJson.get(kind, id, locale);
    // The snapshot holds what the contract has parsed; it is read back as that type.
    const entry: Entry | undefined = json === undefined ? undefined : JSON.parse(json);
    if (!entry || !isSearchable(entry)) return [];
    const { title, summary, body } = searchableText(entry);
    return [
      { entry, title: highlight(title, question, locale), excerpt: excerpt(summary, body, question, locale) },
    ];
  }

  return (locale, given, page) => {
    const { find, spelling } = each[locale];
    const text = given.slice(0, QUESTION_LENGTH).toWellFormed().trim();
    const question = readQuestion(text, locale, spelling.complete);
    const { every, total, places } = find(question.terms, page);
    return {
      question: text,
      asked: text !== '',
      total,
      every,
      hits: places.flatMap((place) => hitOf(place, question, locale)),
      page,
      pages: Math.min(LAST_PAGE, Math.ceil(total / PAGE_SIZE)),
      meant: every && total > 0 ? undefined : spelling.meant(text, question),
    };
  };
}
