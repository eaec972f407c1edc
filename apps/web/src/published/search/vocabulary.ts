import { LOCALES, type Locale } from '@passerelle/contracts';
import { z } from 'zod';
import { everyStem, stemmedWords } from './stems.ts';
import vocabulary from './vocabulary.json' with { type: 'json' };
import { readWord, wordsOf } from './words.ts';

const names = z.array(z.string().min(1)).min(1);
const families = z.array(z.array(z.string().min(1)).min(2));

/**
 * `vocabulary.json`: names that mean the same, with the day the list was compiled, and words that belong together
 * although their stems differ. Both serve questions only: a new one needs no new index.
 */
const vocabularySchema = z.strictObject({
  compiledOn: z.iso.date(),
  concepts: z.array(
    z.strictObject({
      /** Acronyms of either language; each finds the others. */
      short: names,
      'fr-CA': names,
      'en-CA': names,
    }),
  ),
  families: z.strictObject({ 'fr-CA': families, 'en-CA': families }),
});

/** A thing that goes by an acronym and by a name. */
export interface Concept {
  /** The stems of its acronyms: as letters go, some look like forms of a word. */
  short: string[];
  /** The stems of each full name in the language of the question. */
  names: string[][];
}

export interface Vocabulary {
  /** By acronym, in small letters. */
  conceptByShort: ReadonlyMap<string, Concept>;
  /** Full names of either language, longest first, by their stems in the language of the question. */
  conceptNames: readonly { stems: string[]; concept: Concept }[];
  /** The stems that belong with a stem, itself included. */
  familyOf: ReadonlyMap<string, readonly string[]>;
}

const parsed = vocabularySchema.parse(vocabulary);

function vocabularyIn(locale: Locale): Vocabulary {
  const stemsOf = (text: string) => stemmedWords(text, locale).map(({ stem }) => stem);
  const conceptByShort = new Map<string, Concept>();
  const conceptNames: { stems: string[]; concept: Concept }[] = [];
  for (const each of parsed.concepts) {
    const concept = {
      short: each.short.flatMap(stemsOf),
      names: each[locale].map(stemsOf),
    };
    for (const { folded } of each.short.flatMap((short) => wordsOf(short, readWord)))
      conceptByShort.set(folded, concept);
    for (const name of LOCALES.flatMap((language) => each[language])) {
      conceptNames.push({ stems: stemsOf(name), concept });
    }
  }
  const familyOf = new Map<string, readonly string[]>();
  for (const family of parsed.families[locale]) {
    const stems = [...new Set(family.flatMap((word) => stemmedWords(word, locale)).flatMap(everyStem))];
    for (const stem of stems) familyOf.set(stem, stems);
  }
  conceptNames.sort((a, b) => b.stems.length - a.stems.length);
  return { conceptByShort, conceptNames, familyOf };
}

/** What is known in each language. */
export const VOCABULARY: Record<Locale, Vocabulary> = {
  'fr-CA': vocabularyIn('fr-CA'),
  'en-CA': vocabularyIn('en-CA'),
};
