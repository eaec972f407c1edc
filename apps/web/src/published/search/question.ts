import type { Locale } from '@passerelle/contracts';
import { everyStem, type StemmedWord, stemmedWords } from './stems.ts';
import { type Concept, VOCABULARY } from './vocabulary.ts';

/** Longest question in characters; what is beyond is not read. */
export const QUESTION_LENGTH = 200;
/** Most words of a question; those beyond are not asked for. */
const MOST_WORDS = 20;
/** A last word of at least this many letters may be the beginning of one. */
const LEAST_PREFIX = 3;

/** One thing that is asked for: a word or a concept, and everything that counts as finding it. */
export interface Term {
  /** Stems, acronyms. */
  stems: Set<string>;
  /** What a word may begin with, for a last word that may not be finished; undefined for the others. */
  prefix: string | undefined;
  /** Full names, each by its stems, to be found close together. */
  names: readonly string[][];
}

/** What a visitor asks for. */
export interface Question {
  words: StemmedWord[];
  terms: Term[];
}

/** Finds the stems of the words that begin so, besides those whose stems do. */
export type CompleteWord = (beginning: string) => readonly string[];

/** Reads what a visitor has typed, whatever that is. */
export function readQuestion(text: string, locale: Locale, complete: CompleteWord): Question {
  const words = stemmedWords(text.slice(0, QUESTION_LENGTH), locale).slice(0, MOST_WORDS);
  const terms: Term[] = [];
  for (let at = 0; at < words.length; ) {
    const found = conceptAt(words, at, locale);
    const word = words[at];
    if (found) terms.push(conceptTerm(found.concept));
    else if (word) terms.push(wordTerm(word, at === words.length - 1, locale, complete));
    at += found?.length ?? 1;
  }
  return { words, terms };
}

interface Found {
  concept: Concept;
  /** Words that name it. */
  length: number;
}

function conceptAt(words: readonly StemmedWord[], at: number, locale: Locale): Found | undefined {
  const { conceptNames, conceptByShort } = VOCABULARY[locale];
  const named = conceptNames.find(({ stems }) =>
    stems.every((stem, index) => words[at + index]?.stem === stem),
  );
  if (named) return { concept: named.concept, length: named.stems.length };
  const concept = conceptByShort.get(words[at]?.folded ?? '');
  return concept && { concept, length: 1 };
}

const conceptTerm = (concept: Concept): Term => ({
  stems: new Set(concept.short),
  prefix: undefined,
  names: concept.names,
});

function wordTerm(word: StemmedWord, last: boolean, locale: Locale, complete: CompleteWord): Term {
  const { familyOf } = VOCABULARY[locale];
  const stems = new Set(everyStem(word).flatMap((stem) => [stem, ...(familyOf.get(stem) ?? [])]));
  const prefix = last && word.folded.length >= LEAST_PREFIX ? word.folded : undefined;
  if (prefix !== undefined) for (const stem of complete(prefix)) stems.add(stem);
  return { stems, prefix, names: [] };
}

/**
 * Terms that are all to be found, in FTS5's language: in parentheses, every word quoted and of letters and digits
 * alone, so that nothing a visitor types is read as an operator.
 */
export const allOf = (terms: readonly Term[]): string => `(${terms.map(termExpression).join(' AND ')})`;

/** Terms of which one is to be found, at least. */
export const anyOf = (terms: readonly Term[]): string => `(${terms.map(termExpression).join(' OR ')})`;

const quoted = (stem: string): string => `"${stem}"`;

function termExpression({ stems, prefix, names }: Term): string {
  const alternatives = [...stems].map(quoted);
  if (prefix !== undefined) alternatives.push(`${quoted(prefix)} *`);
  // Other stems stand between the words of a name, hence twice as much room as there are words.
  for (const name of names) alternatives.push(`NEAR(${name.map(quoted).join(' ')}, ${name.length * 2})`);
  return `(${alternatives.join(' OR ')})`;
}
