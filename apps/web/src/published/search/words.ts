/** A word of a text, and where it stands in it. */
export interface Word {
  start: number;
  end: number;
  /** As it was written, in small letters, ligatures taken apart. */
  plain: string;
  /** The same without accents. */
  folded: string;
}

/** Letters and digits in a row, soft hyphens among them; or initials with points (`C.A.Q.`), which are one word. */
const WORD = /\p{L}(?:\.\p{L})+(?!\p{L})\.?|[\p{L}\p{N}\p{M}\u00ad]+/gu;

const LIGATURES: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ﬁ: 'fi', ﬂ: 'fl' };

/**
 * The words of a text in their order. Apostrophes of any kind part words, so that an elision (`l’`, `qu’`) stands
 * by itself; what is one Latin letter is no word.
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const plain = match[0]
      .normalize('NFC')
      .toLowerCase()
      .replace(/[.\u00ad]/g, '')
      .replace(/[œæßﬁﬂ]/g, (ligature) => LIGATURES[ligature] ?? ligature);
    const folded = fold(plain);
    if (folded === '' || /^[a-z]$/.test(folded)) continue;
    words.push({ start: match.index, end: match.index + match[0].length, plain, folded });
  }
  return words;
}

const fold = (plain: string): string =>
  // Nearly every word of these languages is plain Latin; normalizing is what costs.
  /^[a-z0-9]+$/.test(plain)
    ? plain
    : plain
        .normalize('NFKD')
        .replace(/[^\p{L}\p{N}]/gu, '')
        .toLowerCase();
