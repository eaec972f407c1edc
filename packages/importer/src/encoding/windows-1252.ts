import iconv from 'iconv-lite';

/**
 * Windows-1252 as browsers read it (WHATWG Encoding Standard, section 9): the five bytes that have no
 * sign (81, 8D, 8F, 90, 9D) stand for the control character of the same number, so that every byte has
 * a sign of its own and a reading can be undone exactly.
 */
const SIGNS: readonly string[] = Array.from({ length: 256 }, (_, byte) => {
  const sign = iconv.decode(Uint8Array.of(byte), 'windows-1252');
  return sign === '\ufffd' ? String.fromCharCode(byte) : sign;
});

const BYTES: ReadonlyMap<string, number> = new Map(SIGNS.map((sign, byte) => [sign, byte]));

/** The sign Windows-1252 gives to a byte (0–255). */
export function windows1252Sign(byte: number): string {
  return SIGNS[byte & 0xff] ?? '\ufffd';
}

/** The byte Windows-1252 writes for a sign; null when it has none. */
export function windows1252Byte(sign: string): number | null {
  return BYTES.get(sign) ?? null;
}

/** The byte ISO-8859-1 writes for a sign; null when it has none. */
export function latin1Byte(sign: string): number | null {
  const code = sign.codePointAt(0);
  return code !== undefined && code <= 0xff ? code : null;
}
