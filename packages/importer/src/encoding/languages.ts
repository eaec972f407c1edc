import type { Locale } from '@passerelle/contracts';

/**
 * How sure the language of a sentence is. `french`: its own words, its line's, or a text that is French
 * throughout say so. `presumed-french`: nothing speaks for or against, but French is expected here.
 */
export type Language = 'french' | 'presumed-french' | 'other';

/** A stretch of text, `end` excluded, and its language. */
interface LanguageSpan {
  start: number;
  end: number;
  language: Language;
}

const words = (list: string) => new Set(list.split(' '));

/** Small words of one language that are no words of the other. */
const FRENCH_WORDS = words(
  'le la les un une des du de et est en que qui quoi quel quelle quels quelles pour dans sur avec sans sous ' +
    'pas ce cet cette ces vous nous votre vos notre nos mon ma mes sa ses leur leurs par au aux ne ni ou ' +
    'sont était être avoir avez avons ont fait faut peut selon entre vers chez dès où à donc mais comme ' +
    'pourquoi quand combien merci bonjour voici voilà aussi très depuis après avant pendant il elle ' +
    'ils elles je tu se y',
);
const ENGLISH_WORDS = words(
  'the of and to is for with that this these those you your we our they their what how why who when where ' +
    'which are was were be been being have has had will would can could should may might must do does did not ' +
    'it its he she his her by from at if there here about please apply click read more see all any new',
);

const ELISION = /(?<!\p{L})(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu)['’](?=[\p{L}«])/giu;
const CONTRACTION = /\p{L}['’](?:s|t|re|ve|ll)(?!\p{L})/giu;
const GUILLEMET = /[«»]/g;
/** Letters of French; `é` is not one of them, for Québec and résumé are English too. */
const FRENCH_LETTER = /[àâæçèêëîïôœùû]/;

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** Positive for French, negative for English, 0 when nothing tells. */
function lean(text: string): number {
  let score = count(text, ELISION) * 2 - count(text, CONTRACTION) * 2 + count(text, GUILLEMET);
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) {
    if (FRENCH_LETTER.test(word)) score += 1;
    if (FRENCH_WORDS.has(word)) score += 2;
    if (ENGLISH_WORDS.has(word)) score -= 2;
  }
  return score;
}

interface Sentence {
  start: number;
  end: number;
  lean: number;
}

/** The sentences of each line; a line without a word is one sentence. */
function sentencesOf(text: string): { lean: number; sentences: Sentence[] }[] {
  return Array.from(text.matchAll(/[^\r\n]+/g), (line) => {
    const ends = Array.from(
      line[0].matchAll(/[.!?…]\s+(?=[\p{Lu}«“"])/gu),
      (gap) => gap.index + gap[0].length,
    );
    const sentences = [...ends, line[0].length].map((end, index) => {
      const start = index === 0 ? 0 : (ends[index - 1] ?? 0);
      return { start: line.index + start, end: line.index + end, lean: lean(line[0].slice(start, end)) };
    });
    return { lean: lean(line[0]), sentences };
  });
}

/**
 * The language of every sentence, in order. A sentence that tells nothing goes with its line, the line with
 * the text if nothing in the text is English, and what is left with the locale the text was given for.
 */
export function languageSpans(text: string, locale: Locale | null): LanguageSpan[] {
  const lines = sentencesOf(text);
  const isFrenchThroughout = lines.some((line) => line.lean > 0) && lines.every((line) => line.lean >= 0);
  const unsaid: Language = locale === 'fr-CA' ? 'presumed-french' : 'other';
  return lines.flatMap((line) =>
    line.sentences.map(({ start, end, lean: own }) => {
      const score = own || line.lean || (isFrenchThroughout ? 1 : 0);
      const language: Language = score > 0 ? 'french' : score < 0 ? 'other' : unsaid;
      return { start, end, language };
    }),
  );
}
