/** A paragraph that is a quotation and nothing else. */
interface Quotation {
  /** Without its outer quotation marks: the quote block stands for them. */
  text: string;
  attribution: string | null;
}

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['«', '»'],
  ['“', '”'],
]);
const LONGEST_QUOTATION = 2000;
const LONGEST_ATTRIBUTION = 120;

/** Index of the mark that closes the one the text begins with; -1 when it stays open. */
function closingIndex(text: string, opening: string, closing: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === opening) depth += 1;
    if (text[at] === closing) depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

/**
 * Reads a paragraph as a quotation: it begins with `«` or `“`, and the mark that closes it ends it, or is
 * followed by a stop, or by a dash and who said it. Null when the sentence goes on after the quotation.
 */
export function readQuotation(paragraph: string): Quotation | null {
  const opening = paragraph.charAt(0);
  const closing = CLOSING.get(opening);
  if (!closing) return null;
  const end = closingIndex(paragraph, opening, closing);
  if (end === -1) return null;
  const text = paragraph.slice(1, end).trim();
  const rest = paragraph.slice(end + 1).trim();
  if (text === '' || text.length > LONGEST_QUOTATION) return null;
  if (/^[.,]?$/.test(rest)) return { text, attribution: null };
  const attribution = /^[—–-]\s*(\S.*)$/u.exec(rest)?.[1] ?? null;
  return attribution && attribution.length <= LONGEST_ATTRIBUTION ? { text, attribution } : null;
}
