/** A word, however it is written. */
export interface Word {
  /** In small letters, ligatures taken apart. */
  plain: string;
  /** The same without accents. */
  folded: string;
}

/** Where something stands in a text. */
export interface Stretch {
  start: number;
  end: number;
}

/** Letters and digits in a row, soft hyphens among them; or initials with points (`C.A.Q.`), which are one word. */
const WORD = /\p{L}(?:\.\p{L})+(?!\p{L})\.?|[\p{L}\p{N}\p{M}\u00ad]+/gu;

const LIGATURES: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ﬁ: 'fi', ﬂ: 'fl' };

/**
 * The words of a text in their order. Apostrophes of any kind part words, so that an elision (`l’`, `qu’`) stands
 * by itself; what is one Latin letter is no word.
 *
 * @param read makes what is wanted of a word as it is written; null to leave it out.
 */
export function wordsOf<T extends object>(
  text: string,
  read: (written: string) => T | null,
): (T & Stretch)[] {
  const words: (T & Stretch)[] = [];
  for (const match of text.matchAll(WORD)) {
    const [written] = match;
    const word = read(written);
    if (word) words.push({ ...word, start: match.index, end: match.index + written.length });
  }
  return words;
}

/** Reads a single word; null for what is none. */
export function readWord(written: string): Word | null {
  const plain = written
    .normalize('NFC')
    .toLowerCase()
    .replace(/[.\u00ad]/g, '')
    .replace(/[œæßﬁﬂ]/g, (ligature) => LIGATURES[ligature] ?? ligature);
  const folded = plain
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
  return folded === '' || /^[a-z]$/.test(folded) ? null : { plain, folded };
}
