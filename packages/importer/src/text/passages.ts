import type { Line } from './lines.ts';
import { type Item, readItem } from './lists.ts';

/** A stretch of an article, before it is decided what a paragraph is. */
export type Passage =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'list'; items: Item[] };

/** A rule across the page, or the line under a heading. */
const RULE = /^(?:[-=_*–—]\s?){3,}$/;
const MARKED_HEADING = /^(?<marks>#{1,6}) (?<text>.*[^# ])(?: #+)?$/;
const WRAPPED_WIDTH = 100;
const SHORTEST_WRAPPED_LINE = 45;

/**
 * Whether paragraphs were broken into lines of about the same length, as mail and old editors do. If
 * not, every line is a paragraph.
 */
function isHardWrapped(lines: readonly Line[]): boolean {
  if (lines.some(({ text }) => text.length > WRAPPED_WIDTH)) return false;
  const pairs = lines.slice(1).flatMap((line, index) => {
    const before = lines[index];
    return before?.text && line.text && !readItem(line.indent, line.text) ? [{ before, line }] : [];
  });
  const broken = pairs.filter(
    ({ before, line }) =>
      before.text.length >= SHORTEST_WRAPPED_LINE &&
      (/^\p{Ll}/u.test(line.text) || !/[.!?…:;»]$/.test(before.text)),
  );
  return pairs.length > 0 && broken.length * 2 >= pairs.length;
}

/** An item of the same list as the last one: of its kind, and for numbers the next one, or at another level. */
function belongs(item: Item, items: readonly Item[]): boolean {
  const peer = items.findLast(({ indent }) => Math.abs(indent - item.indent) < 2);
  if (!peer) return true;
  return peer.format === item.format && (item.ordinal === null || item.ordinal === (peer.ordinal ?? 0) + 1);
}

/** A number alone makes no list: `1. Title` is a heading unless `2.` follows with nothing between them. */
function startsOrderedList(lines: readonly Line[], at: number, item: Item): boolean {
  for (let index = at + 1; index < lines.length; index += 1) {
    const line = lines[index];
    if (!line?.text) continue;
    const next = readItem(line.indent, line.text);
    if (next) return next.ordinal === (item.ordinal ?? 0) + 1;
    if (line.indent <= item.indent) return false;
  }
  return false;
}

/**
 * Groups lines into paragraphs, marked headings and lists. A list goes on over blank lines as long as only
 * items follow; a line indented deeper than its item's bullet continues the item.
 */
export function passagesOf(lines: readonly Line[]): Passage[] {
  const passages: Passage[] = [];
  const isWrapped = isHardWrapped(lines);
  let afterBlank = true;
  for (const [at, { indent, text }] of lines.entries()) {
    const last = passages.at(-1);
    if (text === '' || RULE.test(text)) {
      if (/^[=-]{3,}$/.test(text) && !afterBlank && last?.kind === 'paragraph') {
        passages.splice(-1, 1, { kind: 'heading', level: 2, text: last.text });
      }
      afterBlank = true;
      continue;
    }
    const marked = MARKED_HEADING.exec(text)?.groups;
    const item = readItem(indent, text);
    const openList = last?.kind === 'list' ? last : null;
    const lastItem = openList?.items.at(-1);
    if (marked?.marks && marked.text) {
      passages.push({ kind: 'heading', level: Math.max(2, marked.marks.length), text: marked.text });
    } else if (item && openList && belongs(item, openList.items)) {
      openList.items.push(item);
    } else if (item && (item.format === 'unordered' || startsOrderedList(lines, at, item))) {
      passages.push({ kind: 'list', items: [item] });
    } else if (lastItem && (indent >= lastItem.indent + 2 || (isWrapped && !afterBlank))) {
      lastItem.text += ` ${text}`;
    } else if (last?.kind === 'paragraph' && isWrapped && !afterBlank) {
      last.text += ` ${text}`;
    } else {
      passages.push({ kind: 'paragraph', text });
    }
    afterBlank = false;
  }
  return passages;
}
