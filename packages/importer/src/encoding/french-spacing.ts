import type { Locale } from '@passerelle/contracts';
import { applyEdits, type Edit } from './edits.ts';
import { type Language, languageSpans } from './languages.ts';
import { protectedSpans } from './protected-spans.ts';

const NO_BREAK_SPACE = '\u00a0';
const NARROW_NO_BREAK_SPACE = '\u202f';

/** A sign with the spaces before it, on the same line as what it follows. */
const SIGN = /(?<=\S)([ \u2009\u00a0\u202f]*)([:;»]|[!?]+)/gu;
const OPENING = /«([ \u2009\u00a0\u202f]*)(?=\S)/gu;
/** What may stand before `«`; a letter or a stop there means quotation marks of another language. */
const BEFORE_OPENING = /^[\s([{'’"“«—–/-]?$/;
/** What a space may be put after. After an address or a bracket that opens, it may not. */
const WORD_END = /^[\p{L}\p{M}\p{N})\]»”%°]$/u;

interface Sign {
  spaces: string;
  sign: string;
  before: string;
  after: string;
}

/** Whether the spaces are right as they are: one that does not break, of either width. */
function isSet(spaces: string): boolean {
  return spaces !== '' && !/[ \u2009]/.test(spaces);
}

/** Whether a sign, by what surrounds it, is punctuation of a sentence. */
function isPunctuation({ spaces, sign, before, after }: Sign): boolean {
  if (sign === ':') {
    if (/\p{N}/u.test(before) && spaces !== '' && /^\s\p{N}/u.test(after)) return false;
    return /^(?:$|[\s«])/.test(after) || (spaces !== '' && /^\p{L}{2}/u.test(after) && !/^\w+:/.test(after));
  }
  if (sign === ';') return /^(?:$|\s)/.test(after);
  return /^(?:$|[\s»)\]”"’…,.;:])/.test(after) && !/[([{]/.test(before);
}

/** The space a sign calls for, and the one after a colon where there is none; null when all is well. */
function respace(found: Sign, language: Language): { spaces: string; after: string } | null {
  const { spaces, sign, before } = found;
  if (isSet(spaces) && !(sign === ':' && /^\p{L}/u.test(found.after))) return null;
  if (spaces === '' && (language !== 'french' || !WORD_END.test(before))) return null;
  const wanted = sign === ':' || sign === '»' ? NO_BREAK_SPACE : NARROW_NO_BREAK_SPACE;
  return {
    spaces: isSet(spaces) ? spaces : wanted,
    after: /^\p{L}/u.test(found.after) && sign === ':' ? ' ' : '',
  };
}

function openingEdits(text: string, languageAt: (offset: number) => Language): Edit[] {
  return Array.from(text.matchAll(OPENING)).flatMap((match) => {
    const [whole, spaces = ''] = match;
    if (isSet(spaces) || languageAt(match.index) === 'other') return [];
    if (!BEFORE_OPENING.test(text.charAt(match.index - 1)) || text.charAt(match.index + whole.length) === '»')
      return [];
    return [
      { rule: 'space-in-quotation', offset: match.index + 1, before: spaces, after: NO_BREAK_SPACE } as const,
    ];
  });
}

/** Offsets of the `»` that close a `«` of French make; a lone `»` is an arrow or a bullet. */
function closingGuillemets(text: string): Set<number> {
  const closing = new Set<number>();
  let open = 0;
  for (const { index, 0: sign } of text.matchAll(/[«»]/g)) {
    if (sign === '«' && BEFORE_OPENING.test(text.charAt(index - 1))) open += 1;
    if (sign === '»' && open > 0) {
      open -= 1;
      closing.add(index);
    }
  }
  return closing;
}

function signEdits(text: string, languageAt: (offset: number) => Language): Edit[] {
  const isProtected = protectedSpans(text);
  const closing = closingGuillemets(text);
  return Array.from(text.matchAll(SIGN)).flatMap((match) => {
    const [whole, spaces = '', sign = ''] = match;
    const at = match.index + spaces.length;
    const end = match.index + whole.length;
    const language = languageAt(match.index);
    if (isProtected(at) || language === 'other') return [];
    const found = { spaces, sign, before: text.charAt(match.index - 1), after: text.slice(end, end + 40) };
    if (found.before === '«' || !(sign === '»' ? closing.has(at) : isPunctuation(found))) return [];
    const result = respace(found, language);
    if (!result) return [];
    const edits: Edit[] = [];
    const rule = sign === '»' ? 'space-in-quotation' : 'space-before-sign';
    if (result.spaces !== spaces)
      edits.push({ rule, offset: match.index, before: spaces, after: result.spaces });
    if (result.after) edits.push({ rule: 'space-after-colon', offset: end, before: '', after: result.after });
    return edits;
  });
}

/**
 * Finds where French spacing is missing: a no-break space (U+00A0) before `:` and inside `« »`, a narrow
 * one (U+202F) before `;`, `!` and `?`. A no-break space of the other width that stands there already is
 * left. Only in sentences that are French; never in addresses, times, ratios, query strings or code.
 *
 * Source: Office québécois de la langue française, Banque de dépannage linguistique, « Espacement avant et
 * après les signes de ponctuation » (no-break space before the colon and inside guillemets; thin space before
 * `; ! ?` where one is at hand), and Imprimerie nationale, Lexique des règles typographiques, « Ponctuation ».
 */
export function findFrenchSpacing(text: string, locale: Locale | null = null): Edit[] {
  if (!/[:;!?«»]/.test(text)) return [];
  const spans = languageSpans(text, locale);
  const languageAt = (offset: number) => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return spans[low]?.language ?? 'other';
  };
  return [...openingEdits(text, languageAt), ...signEdits(text, languageAt)].sort(
    (a, b) => a.offset - b.offset,
  );
}

/** The text with French spacing restored; see `findFrenchSpacing`. */
export function restoreFrenchSpacing(text: string, locale: Locale | null = null): string {
  return applyEdits(text, findFrenchSpacing(text, locale));
}

/**
 * The same for a line that is kept in pieces, such as words before a link, the link's and those after it: a space
 * that two pieces call for is put in the first of them, so that a sign never begins a line.
 */
export function restoreFrenchSpacingAcross(
  pieces: readonly string[],
  locale: Locale | null = null,
): readonly string[] {
  const edits = findFrenchSpacing(pieces.join(''), locale);
  if (edits.length === 0) return pieces;
  let start = 0;
  return pieces.map((piece) => {
    const from = start;
    const to = from + piece.length;
    start = to;
    const own = edits.flatMap(({ offset, before, after, rule }) => {
      const end = offset + before.length;
      // What is taken out may lie in two pieces; what is put in goes where the first of it was.
      const holds = before === '' ? offset > from && offset <= to : offset >= from && offset < to;
      const [first, last] = [Math.max(offset, from), Math.min(end, to)];
      if (!holds && first >= last) return [];
      const cut = first < last ? piece.slice(first - from, last - from) : '';
      return [{ rule, offset: first - from, before: cut, after: holds ? after : '' }];
    });
    return applyEdits(piece, own);
  });
}
