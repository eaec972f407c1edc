import { windows1252Sign } from './windows-1252.ts';

/** A code point and the number of bytes it took. */
interface Utf8Sequence {
  codePoint: number;
  length: number;
}

/** Lead bytes with the range of their second byte and the number of bytes, as in RFC 3629, section 4. */
const LEADS: readonly (readonly [
  from: number,
  to: number,
  second: readonly [number, number],
  length: number,
])[] = [
  [0xc2, 0xdf, [0x80, 0xbf], 2],
  [0xe0, 0xe0, [0xa0, 0xbf], 3],
  [0xe1, 0xec, [0x80, 0xbf], 3],
  [0xed, 0xed, [0x80, 0x9f], 3],
  [0xee, 0xef, [0x80, 0xbf], 3],
  [0xf0, 0xf0, [0x90, 0xbf], 4],
  [0xf1, 0xf3, [0x80, 0xbf], 4],
  [0xf4, 0xf4, [0x80, 0x8f], 4],
];

const FIRST_BITS = [0, 0, 0x1f, 0x0f, 0x07] as const;

/** How far a well-formed sequence goes from `at`: its full length, and how many of its bytes are there. */
function measure(byteAt: (index: number) => number | null, at: number): { length: number; there: number } {
  const lead = byteAt(at) ?? 0;
  const row = LEADS.find(([from, to]) => lead >= from && lead <= to);
  if (!row) return { length: 0, there: 0 };
  const [, , second, length] = row;
  let there = 1;
  for (; there < length; there += 1) {
    const next = byteAt(at + there);
    const [low, high] = there === 1 ? second : ([0x80, 0xbf] as const);
    if (next === null || next < low || next > high) break;
  }
  return { length, there };
}

/**
 * The well-formed UTF-8 sequence of two to four bytes that starts at `at`; null when there is none.
 * `byteAt` gives null past the end, or where there is no byte.
 */
export function readUtf8Sequence(byteAt: (index: number) => number | null, at: number): Utf8Sequence | null {
  const { length, there } = measure(byteAt, at);
  if (length === 0 || there < length) return null;
  let codePoint = (byteAt(at) ?? 0) & (FIRST_BITS[length] ?? 0);
  for (let index = 1; index < length; index += 1) {
    codePoint = (codePoint << 6) | ((byteAt(at + index) ?? 0) & 0x3f);
  }
  return { codePoint, length };
}

/** A byte that is no UTF-8, at `offset` in the decoded text, and the sign it was read as. */
export interface StrayByte {
  offset: number;
  byte: number;
  readAs: string;
}

interface Utf8Reading {
  text: string;
  /** Well-formed sequences of more than one byte. */
  sequences: number;
  /** Bytes, or pieces of broken sequences, that are no UTF-8. */
  malformed: number;
  stray: StrayByte[];
}

/**
 * Signs of French that a lone byte of Windows-1252 in a UTF-8 text surely stands for. The leads of the
 * usual sequences (`Â`, `Ã`, `Å`, `â`) are not among them: such a byte may be half of something lost.
 */
const SURE_SIGNS = new Set('éèêëàäçîïôöùûüÿœŒÉÈÊËÀÇÎÏÔÙÛ«»’‘“”…–—\u00a0°');

/** Reads bytes as UTF-8; what is malformed becomes the sign it surely is, otherwise U+FFFD. */
export function readUtf8(bytes: Uint8Array): Utf8Reading {
  const byteAt = (index: number) => bytes[index] ?? null;
  const pieces: string[] = [];
  const reading = { sequences: 0, malformed: 0, stray: [] as StrayByte[] };
  let offset = 0;
  const push = (piece: string) => {
    pieces.push(piece);
    offset += piece.length;
  };
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      push(String.fromCharCode(byte));
      at += 1;
      continue;
    }
    const sequence = readUtf8Sequence(byteAt, at);
    if (sequence) {
      reading.sequences += 1;
      push(String.fromCodePoint(sequence.codePoint));
      at += sequence.length;
      continue;
    }
    reading.malformed += 1;
    const { there } = measure(byteAt, at);
    const sign = windows1252Sign(byte);
    if (there <= 1 && SURE_SIGNS.has(sign)) {
      reading.stray.push({ offset, byte, readAs: sign });
      push(sign);
    } else {
      push('\ufffd');
    }
    at += Math.max(1, there);
  }
  return { ...reading, text: pieces.join('') };
}
