import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import type { Locale } from '@passerelle/contracts';
import { LRUCache } from 'lru-cache';
import { STOP_WORDS } from './stop-words.ts';
import { readWord, type Stretch, type Word, wordsOf } from './words.ts';

const STEMMER: Record<Locale, (word: string) => string> = { 'fr-CA': french, 'en-CA': english };

/** Distinct words kept with their stems: more than a language's newspaper uses. */
const KEPT = 30_000;

/** A word as the index knows it. */
export interface StemmedWord extends Word, Stretch {
  /** The stem of the word without its accents: the same for who types them and who doesn't. */
  stem: string;
  /** Other stems it is found by; see `otherSpellings`. */
  also: readonly string[];
}
type Stemmed = Omit<StemmedWord, keyof Stretch>;

/** Reads a word of one language; null when it says nothing. What has been read is known. */
function stemReader(locale: Locale): (written: string) => Stemmed | null {
  const known = new LRUCache<string, { word: Stemmed | null }>({ max: KEPT });
  return (written) => {
    const before = known.get(written);
    if (before) return before.word;
    const read = readWord(written);
    const word =
      read === null || STOP_WORDS[locale].has(read.folded) ? null : { ...read, ...stemsOf(read, locale) };
    known.set(written, { word });
    return word;
  };
}
const readers: Record<Locale, ReturnType<typeof stemReader>> = {
  'fr-CA': stemReader('fr-CA'),
  'en-CA': stemReader('en-CA'),
};

/** The words of a text that carry meaning, with their stems (Snowball, https://snowballstem.org). */
export function stemmedWords(text: string, locale: Locale): StemmedWord[] {
  return wordsOf(text, readers[locale]);
}

/** What stands for a text in the index. */
export function indexedText(words: readonly StemmedWord[]): string {
  return words.flatMap(everyStem).join(' ');
}

/** All that a word is found by. */
export const everyStem = ({ stem, also }: Pick<StemmedWord, 'stem' | 'also'>): string[] => [stem, ...also];

function stemsOf({ plain, folded }: Word, locale: Locale): Pick<StemmedWord, 'stem' | 'also'> {
  const stem = stemOf(folded, locale);
  const others = new Set(
    otherSpellings(plain, folded, locale).map((spelling) => unaccented(stemOf(spelling, locale))),
  );
  others.delete(stem);
  return { stem, also: [...others] };
}

/**
 * Spellings of a word whose stems count too. With its accents, endings such as é are seen as such, so that `étudié`
 * meets `étudier`. No French word ends in `ee`: who types that leaves out an accent. The stemmer keeps the s of
 * `emplois`, since that of `refus` belongs to the word.
 */
function otherSpellings(plain: string, folded: string, locale: Locale): string[] {
  if (locale !== 'fr-CA') return [plain];
  const plural = /^.{3,}[aiou]s$/.test(folded) ? [folded.slice(0, -1)] : [];
  return [plain, ...plural, ...(/ees?$/.test(plain) ? [plain.replace(/ee(s?)$/, 'ée$1')] : [])];
}

// What is this short is an acronym more often than a form of a word.
const stemOf = (word: string, locale: Locale): string => (word.length <= 3 ? word : STEMMER[locale](word));

const unaccented = (stem: string): string =>
  stem
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
