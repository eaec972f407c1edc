import { SUSPECT } from './lost-characters.ts';
import { excerptAround, positionsIn } from './positions.ts';
import { protectedSpans } from './protected-spans.ts';

/** Kinds of damage that can be seen but not certainly undone. */
export const DAMAGE_KINDS = [
  'replacement-character',
  'lost-character',
  'mojibake',
  'control-character',
  'doubtful-no-break-space',
] as const;
export type DamageKind = (typeof DAMAGE_KINDS)[number];

/** A damaged place: where it is, and the text around it. */
export interface Damage {
  kind: DamageKind;
  offset: number;
  /** Length in UTF-16 units. */
  length: number;
  line: number;
  column: number;
  excerpt: string;
}

/** What stays of UTF-8 read in a one-byte encoding when part of it is gone, or the way back is not sure. */
const MOJIBAKE_REMNANT = /Ã(?![\p{L}\p{N}])|Ã[ƒŠŒŽšœžŸªº]|â€|Â(?=[\u0080-\u009f\u00a1-\u00bf])|ï¿½/gu;

/** A no-break space after a comma, or between two words that are neither names nor figures, where it only hinders the line from breaking. */
const DOUBTFUL_SPACE = /(?<=,)[\u00a0\u202f](?=\p{L}{3})|(?<=\p{Ll}{3})[\u00a0\u202f](?=\p{Ll}{3})/gu;

function findControls(text: string): number[] {
  const found: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isLayout = code === 0x09 || code === 0x0a || code === 0x0c || code === 0x0d;
    if ((code < 0x20 && !isLayout) || (code >= 0x7f && code <= 0x9f)) found.push(at);
  }
  return found;
}

/** Everything in a text that looks damaged, in order. Good French or English has none. */
export function findDamage(text: string): Damage[] {
  const isProtected = protectedSpans(text);
  const position = positionsIn(text);
  const places: { kind: DamageKind; offset: number; length: number }[] = [];
  for (const { index, 0: sign } of text.matchAll(SUSPECT)) {
    const kind = sign.startsWith('\ufffd') ? 'replacement-character' : 'lost-character';
    if (kind === 'replacement-character' || !isProtected(index))
      places.push({ kind, offset: index, length: sign.length });
  }
  for (const { index, 0: sign } of text.matchAll(MOJIBAKE_REMNANT)) {
    places.push({ kind: 'mojibake', offset: index, length: sign.length });
  }
  for (const offset of findControls(text)) places.push({ kind: 'control-character', offset, length: 1 });
  for (const { index } of text.matchAll(DOUBTFUL_SPACE)) {
    places.push({ kind: 'doubtful-no-break-space', offset: index, length: 1 });
  }
  return places
    .sort((a, b) => a.offset - b.offset)
    .map((place) => {
      const { line, column } = position(place.offset);
      return { ...place, line, column, excerpt: excerptAround(text, place.offset, place.length) };
    });
}
