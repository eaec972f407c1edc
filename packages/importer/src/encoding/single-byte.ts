/** Bytes where ISO-8859-15 has a letter and ISO-8859-1 a sign: Š š Ž ž Œ œ Ÿ. The eighth, A4, is the euro. */
const LATIN9_LETTERS = new Set([0xa6, 0xa8, 0xb4, 0xb8, 0xbc, 0xbd, 0xbe]);
const LATIN9_EURO = 0xa4;

/** A letter in all three encodings. */
function isLetter(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  const isAscii = (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
  return isAscii || (byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7);
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** Such as `c½ur`, `½uvre` or `25 ¤`: a sign of ISO-8859-1 where only a letter, or the euro, makes sense. */
function speaksForLatin9(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at] ?? 0;
  if (byte === LATIN9_EURO) {
    const gap = bytes[at - 1] === 0x20 || bytes[at - 1] === 0xa0 ? 2 : 1;
    return isDigit(bytes[at - gap]) || isDigit(bytes[at + 1]);
  }
  return LATIN9_LETTERS.has(byte) && isLetter(bytes[at + 1]) && !isDigit(bytes[at - 1]);
}

/**
 * Which one-byte encoding a Western text that is no UTF-8 is in. Bytes 80–9F are signs in Windows-1252
 * only (the others have control characters there, which no text holds); without them, ISO-8859-15 if
 * a byte makes sense in it alone, otherwise ISO-8859-1.
 */
export function guessSingleByteEncoding(bytes: Uint8Array): 'windows-1252' | 'iso-8859-1' | 'iso-8859-15' {
  let latin9 = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80 && byte <= 0x9f) return 'windows-1252';
    if (!latin9 && byte >= 0xa0) latin9 = speaksForLatin9(bytes, at);
  }
  return latin9 ? 'iso-8859-15' : 'iso-8859-1';
}
