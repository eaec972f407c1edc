import iconv from 'iconv-lite';
import { guessSingleByteEncoding } from './single-byte.ts';
import { readUtf8, type StrayByte } from './utf-8.ts';

/** The encodings that are told apart. Plain ASCII is reported as UTF-8. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-1',
  'iso-8859-15',
] as const;
export type EncodingName = (typeof ENCODINGS)[number];

export interface Decoded {
  /** Without its byte order mark. */
  text: string;
  encoding: EncodingName;
  byteOrderMark: boolean;
  /** Lone Windows-1252 bytes found in a UTF-8 text and read as such; offsets in `text`. */
  strayBytes: StrayByte[];
  /** False when the bytes are those of an image, an archive or the like. */
  isText: boolean;
}

/** How much of the input is looked at to recognise UTF-16 by its zero bytes. */
const SAMPLE_BYTES = 4096;

/** UTF-16 without a mark: in a text in Latin script every other byte is zero. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  const units = length / 2;
  if (odd > units / 2 && even < units / 20) return 'utf-16le';
  if (even > units / 2 && odd < units / 20) return 'utf-16be';
  return null;
}

/** A text has no NUL, and hardly any other control character or unreadable byte. */
function looksLikeText(text: string): boolean {
  let odd = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0) return false;
    if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0c && code !== 0x0d) odd += 1;
    if (code === 0x7f || code === 0xfffd) odd += 1;
  }
  return odd <= Math.max(8, text.length / 50);
}

function finish(text: string, encoding: EncodingName, byteOrderMark: boolean, strayBytes: StrayByte[] = []) {
  return { text, encoding, byteOrderMark, strayBytes, isText: looksLikeText(text) };
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', mark: boolean): Decoded {
  return finish(new TextDecoder(encoding).decode(bytes), encoding, mark);
}

/**
 * Bytes to text. The byte order mark decides if there is one; then the zero bytes of UTF-16; then UTF-8
 * if it is well formed, or has more good sequences than bad ones; then Windows-1252 or ISO-8859-1/-15.
 * Never fails: bytes that stand for nothing become U+FFFD, and `isText` says whether this is text at all.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 'utf-16le', true);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 'utf-16be', true);
  const byteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const content = byteOrderMark ? bytes.subarray(3) : bytes;
  const utf16 = byteOrderMark ? null : guessUtf16(content);
  if (utf16) return decodeUtf16(content, utf16, false);
  const reading = readUtf8(content);
  if (byteOrderMark || reading.malformed === 0 || reading.sequences > reading.malformed) {
    return finish(reading.text, 'utf-8', byteOrderMark, reading.stray);
  }
  const encoding = guessSingleByteEncoding(content);
  return finish(iconv.decode(content, encoding), encoding, false);
}
