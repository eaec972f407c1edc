/**
 * What a person typed, as it is kept: well-formed, composed (NFC), lines ended by LF, no control characters but tab
 * and line end, no characters that turn the direction of what follows them.
 *
 * @param most in UTF-16 units; what is beyond is cut off, far beyond what any field allows.
 */
export function ownText(typed: string, most: number): string {
  return typed
    .slice(0, most)
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(UNWANTED, '')
    .normalize('NFC');
}

/** The same on one line, without spaces around it. */
export const ownLine = (typed: string, most: number): string =>
  ownText(typed, most).replaceAll(/\s+/g, ' ').trim();

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNWANTED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;
