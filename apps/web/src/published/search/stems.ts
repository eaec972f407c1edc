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
  /** Other stems it is found by; see `otherSpellings`. */
  also: readonly string[];
}
type Stems = Pick<StemmedWord, 'stem' | 'also'>;

const caches: Record<Locale, LRUCache<string, Stems>> = {
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
  return words.flatMap(everyStem).join(' ');
}

/** All that a word is found by. */
export const everyStem = ({ stem, also }: Stems): string[] => [stem, ...also];

function stemsOf({ plain, folded }: Word, locale: Locale): Stems {
  const known = caches[locale].get(plain);
  if (known) return known;
  const stem = stemOf(folded, locale);
  const others = new Set(
    otherSpellings(plain, folded, locale).map((spelling) => unaccented(stemOf(spelling, locale))),
  );
  others.delete(stem);
  const stems = { stem, also: [...others] };
  caches[locale].set(plain, stems);
  return stems;
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
  /^[a-z0-9]+$/.test(stem)
    ? stem
    : stem
        .normalize('NFKD')
        .replace(/[^\p{L}\p{N}]/gu, '')
        .toLowerCase();
