/** The rules that may change a text. Each is applied only where it is certain. */
export const REPAIR_RULES = [
  'stray-byte',
  'mojibake',
  'byte-order-mark',
  'windows-1252-control',
  'lost-space-in-quotation',
  'lost-space-before-sign',
  'lost-space-in-number',
  'lost-apostrophe',
  'lost-ligature',
  'space-in-quotation',
  'space-before-sign',
  'space-after-colon',
] as const;
export type RepairRule = (typeof REPAIR_RULES)[number];

/** One change: `before`, found at `offset` (UTF-16 units) of the text the rule was given, became `after`. */
export interface Edit {
  rule: RepairRule;
  offset: number;
  before: string;
  after: string;
}

/** The text with the edits made. They are in ascending order and do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { offset, before, after } of edits) {
    pieces.push(text.slice(from, offset), after);
    from = offset + before.length;
  }
  pieces.push(text.slice(from));
  return pieces.join('');
}

/**
 * Leads an offset in the edited text back to the text before the edits. Inside an edited piece it leads
 * to the same distance from the piece's start, at most to its end.
 */
export function offsetBeforeEdits(edits: readonly Edit[]): (offset: number) => number {
  let shift = 0;
  const pieces = edits.map(({ offset, before, after }) => {
    const start = offset + shift;
    shift += after.length - before.length;
    return { start, end: start + after.length, source: offset, length: before.length };
  });
  return (offset) => {
    let low = 0;
    let high = pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pieces[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const piece = pieces[low - 1];
    if (!piece) return offset;
    if (offset < piece.end) return piece.source + Math.min(offset - piece.start, piece.length);
    return piece.source + piece.length + (offset - piece.end);
  };
}
