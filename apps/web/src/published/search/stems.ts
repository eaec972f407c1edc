import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import type { Locale } from '@passerelle/contracts';
import { LRUCache } from 'lru-cache';
import { STOP_WORDS } from './stop-words.ts';
import { type Word, wordsOf } from './words.ts';

const STEMMER: Record<Locale, (word: string) => string> = { 'fr-CA': french, 'en-CA': english };

/** Distinct words kept with their stems: more than a language's newspaper uses. */
const KEPT = 30_000;

/** A word as the index knows it. */
export interface StemmedWord extends Word {
  /** The stem of the word without its accents: the same for who types them and who doesn't. */
  stem: string;
  /**
   * The stem of the word with its accents, when that is another one: endings such as é are seen as such then,
   * so that `étudié` meets `étudier`. Undefined otherwise.
   */
  accented: string | undefined;
}

const caches: Record<Locale, LRUCache<string, Pick<StemmedWord, 'stem' | 'accented'>>> = {
  'fr-CA': new LRUCache({ max: KEPT }),
  'en-CA': new LRUCache({ max: KEPT }),
};

/** The words of a text that carry meaning, with their stems (Snowball, https://snowballstem.org). */
export function stemmedWords(text: string, locale: Locale): StemmedWord[] {
  return wordsOf(text)
    .filter(({ folded }) => !STOP_WORDS[locale].has(folded))
    .map((word) => ({ ...word, ...stemsOf(word, locale) }));
}

/** What stands for a text in the index. */
export function indexedText(words: readonly StemmedWord[]): string {
  return words.map(({ stem, accented }) => (accented === undefined ? stem : `${stem} ${accented}`)).join(' ');
}

function stemsOf({ plain, folded }: Word, locale: Locale): Pick<StemmedWord, 'stem' | 'accented'> {
  const known = caches[locale].get(plain);
  if (known) return known;
  const stem = stemOf(folded, locale);
  const accented = plain === folded ? stem : unaccented(stemOf(plain, locale));
  const stems = { stem, accented: accented === stem ? undefined : accented };
  caches[locale].set(plain, stems);
  return stems;
}

// What is this short is an acronym more often than a form of a word.
const stemOf = (word: string, locale: Locale): string => (word.length <= 3 ? word : STEMMER[locale](word));

const unaccented = (stem: string): string =>
  stem
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
