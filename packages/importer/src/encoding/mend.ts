import type { Locale } from '@passerelle/contracts';
import { type Damage, findDamage } from './damage.ts';
import { type Decoded, decode } from './decode.ts';
import { applyEdits, type Edit, offsetBeforeEdits } from './edits.ts';
import { findFrenchSpacing } from './french-spacing.ts';
import { findLostCharacters } from './lost-characters.ts';
import { findMojibake } from './mojibake.ts';
import { type Position, positionsIn } from './positions.ts';
import type { StrayByte } from './utf-8.ts';
import { windows1252Sign } from './windows-1252.ts';

/** A repair that was made, with its place in the text as it was decoded. */
export interface Repair extends Edit, Position {}

export interface Mended {
  text: string;
  repairs: Repair[];
  /** What could not be mended with certainty; places in the text as it was decoded. */
  damage: Damage[];
}

/** U+FEFF inside a text is a byte order mark that was carried along. */
function findMarks(text: string): Edit[] {
  return Array.from(text.matchAll(/\ufeff/g), ({ index, 0: before }) => ({
    rule: 'byte-order-mark',
    offset: index,
    before,
    after: '',
  }));
}

/** Not after the lead of a UTF-8 sequence: there it is mojibake that was not certain enough to undo. */
const WINDOWS_CONTROL = /(?<![ÂÃÄÅÆËâãïð][\u0080-\u00bf]{0,2})[\u0080-\u009f]/g;

/** Control characters U+0080–U+009F are Windows-1252 signs read as ISO-8859-1; five of them stand for nothing. */
function findWindowsControls(text: string): Edit[] {
  return Array.from(text.matchAll(WINDOWS_CONTROL)).flatMap(({ index, 0: before }) => {
    const after = windows1252Sign(before.charCodeAt(0));
    return after === before ? [] : [{ rule: 'windows-1252-control', offset: index, before, after } as const];
  });
}

function strayByteRepairs(strayBytes: readonly StrayByte[]): Edit[] {
  return strayBytes.map(({ offset, byte, readAs }) => ({
    rule: 'stray-byte',
    offset,
    before: `\\x${byte.toString(16).toUpperCase()}`,
    after: readAs,
  }));
}

/** One repair can make another certain, so the rules take turns until none finds anything; this many at most. */
const MOST_TURNS = 8;

/**
 * Mends a text: undoes mojibake, gives stray control characters their signs back, restores characters
 * whose identity is certain, and French spacing in French sentences (not for `en-CA`). Whatever is not
 * certain is reported as damage instead. A clean text comes out unchanged, and mending twice changes
 * nothing more. Bytes are decoded first (see `decode`). Never fails.
 */
export function mendText(input: Uint8Array | string, options: { locale: Locale }): Mended {
  const decoded: Pick<Decoded, 'text' | 'strayBytes'> =
    typeof input === 'string' ? { text: input, strayBytes: [] } : decode(input);
  return mendDecoded(decoded, options.locale);
}

/** As `mendText`, for what `decode` gave. */
export function mendDecoded(decoded: Pick<Decoded, 'text' | 'strayBytes'>, locale: Locale): Mended {
  const rules = [findMojibake, findMarks, findWindowsControls, findLostCharacters];
  if (locale === 'fr-CA') rules.push((text) => findFrenchSpacing(text, locale));
  const position = positionsIn(decoded.text);
  const repairs: Repair[] = strayByteRepairs(decoded.strayBytes).map((edit) => ({
    ...edit,
    ...position(edit.offset),
  }));
  const wayBack: ((offset: number) => number)[] = [];
  const sourceOf = (offset: number) => wayBack.reduceRight((at, back) => back(at), offset);
  let text = decoded.text;
  for (let turn = 0, settled = false; !settled && turn < MOST_TURNS; turn += 1) {
    settled = true;
    for (const rule of rules) {
      const edits = rule(text);
      if (edits.length === 0) continue;
      for (const edit of edits) repairs.push({ ...edit, ...position(sourceOf(edit.offset)) });
      text = applyEdits(text, edits);
      wayBack.push(offsetBeforeEdits(edits));
      settled = false;
    }
  }
  const damage = findDamage(text).map((place) => ({ ...place, ...position(sourceOf(place.offset)) }));
  return { text, repairs: repairs.sort((a, b) => a.offset - b.offset), damage };
}
