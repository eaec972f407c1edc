import type { ListNode } from '@passerelle/contracts';

/** An item as it stands in the page. */
export interface Item {
  indent: number;
  format: ListNode['format'];
  /** The number of an ordered item. */
  ordinal: number | null;
  text: string;
}

/** Signs that are bullets even when glued to the text, and signs that are bullets only before a space. */
const BULLET = /^(?:[•◦▪▫‣●○■□\u2043\uf0b7]\s*|[-–·*+]\s+)(?=\S)/u;
const ORDINAL = /^(?<ordinal>\d{1,3})[.)]\s+(?=\S)/u;

/** Reads a line as an item of a list; null when it has no bullet and no number. */
export function readItem(indent: number, text: string): Item | null {
  const bullet = BULLET.exec(text);
  if (bullet) return { indent, format: 'unordered', ordinal: null, text: text.slice(bullet[0].length) };
  const number = ORDINAL.exec(text);
  if (!number) return null;
  const ordinal = Number(number.groups?.ordinal);
  return { indent, format: 'ordered', ordinal, text: text.slice(number[0].length) };
}

/** Items are of one level when their indents differ by less than this many columns. */
const STEP = 2;

/** Items indented deeper stay on this level. */
const DEEPEST = 6;

/** The items of one level from `start` on, with the lists nested in them, and the index after the last. */
function levelFrom(items: readonly Item[], start: number, depth = 1): { list: ListNode; next: number } {
  const first = items[start];
  const list: ListNode = { type: 'list', format: first?.format ?? 'unordered', children: [] };
  const indent = first?.indent ?? 0;
  let at = start;
  for (let item = items[at]; item && item.indent > indent - STEP; item = items[at]) {
    if (item.indent >= indent + STEP && depth < DEEPEST) {
      const nested = levelFrom(items, at, depth + 1);
      list.children.push(nested.list);
      at = nested.next;
    } else {
      list.children.push({ type: 'list-item', children: [{ type: 'text', text: item.text }] });
      at += 1;
    }
  }
  return { list, next: at };
}

/** One list of items in the order of the page; a deeper indent nests. */
export function listOf(items: readonly Item[]): ListNode {
  const base = items.reduce((least, { indent }) => Math.min(least, indent), Number.POSITIVE_INFINITY);
  return levelFrom(
    items.map((item, index) => (index === 0 ? { ...item, indent: base } : item)),
    0,
  ).list;
}
