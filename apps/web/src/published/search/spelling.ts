import type { Locale } from '@passerelle/contracts';
import { distance } from 'fastest-levenshtein';
import type { SnapshotDatabase } from '../snapshot.ts';
import { INDEX_TABLE } from './index-tables.ts';
import type { Question } from './question.ts';
import type { Word } from './words.ts';

/** A word of at least this many letters is guessed at; shorter ones are near too many others. */
const LEAST = 5;
/** From this many letters on, two letters may be wrong. */
const LONG = 8;
/** Words whose stems are looked at to complete one. */
const MOST_COMPLETIONS = 8;

/** What the words of the content tell about a word of a question. */
export function spelling(database: SnapshotDatabase, locale: Locale) {
  const completions = database
    .prepare<[string, string, string, number], string>(
      `SELECT DISTINCT stem FROM search_word
       WHERE locale = ? AND folded >= ? AND folded < ? AND length(stem) < ?
       ORDER BY stem LIMIT ${MOST_COMPLETIONS}`,
    )
    .pluck();
  const isKnown = database
    .prepare<[string, string], number>('SELECT 1 FROM search_word WHERE locale = ? AND folded = ? LIMIT 1')
    .pluck();
  const alike = database.prepare<
    [string, string, string, number, number],
    { folded: string; stem: string; plain: string }
  >(
    `SELECT folded, stem, plain FROM search_word
     WHERE locale = ? AND folded >= ? AND folded < ? AND length(folded) BETWEEN ? AND ?`,
  );
  const documents = database
    .prepare<[string], number>(
      `SELECT count(*) FROM ${INDEX_TABLE[locale]} WHERE ${INDEX_TABLE[locale]} MATCH ?`,
    )
    .pluck();

  /** The nearest word there is, the commonest of several; undefined when none is near. */
  function nearest(word: Word): string | undefined {
    const length = [...word.folded].length;
    const wrong = length >= LONG ? 2 : 1;
    const [first = ''] = word.folded;
    // Who misspells a word nearly always begins it well, and only those need be looked at then.
    const near = alike
      .all(locale, first, `${first}\u{10ffff}`, length - wrong, length + wrong)
      .map((candidate) => ({ ...candidate, wrong: distance(candidate.folded, word.folded) }))
      .filter((candidate) => candidate.wrong <= wrong || isSwapped(candidate.folded, word.folded))
      .map((candidate) => ({ ...candidate, documents: documents.get(`"${candidate.stem}"`) ?? 0 }))
      .filter((candidate) => candidate.documents > 0);
    near.sort((a, b) => a.wrong - b.wrong || b.documents - a.documents || (a.folded < b.folded ? -1 : 1));
    return near[0]?.plain;
  }

  return {
    /** Stems of words that begin so, where the stem is shorter than the beginning and so does not. */
    complete: (beginning: string): string[] =>
      completions.all(locale, beginning, `${beginning}\u{10ffff}`, beginning.length),

    /** The question as it may have been meant, when it has a word that isn't there; undefined otherwise. */
    meant(text: string, { words }: Question): string | undefined {
      let corrected = text;
      // From the end, so that places before stay right.
      for (const word of words.toReversed()) {
        if (word.folded.length < LEAST || isKnown.get(locale, word.folded) !== undefined) continue;
        const better = nearest(word);
        if (better !== undefined)
          corrected = corrected.slice(0, word.start) + better + corrected.slice(word.end);
      }
      return corrected === text ? undefined : corrected;
    },
  };
}

/** Whether two neighbouring letters have changed places, which counts as two wrong ones otherwise. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return at >= 0 && a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2) === b;
}
