import { readDateLine } from './dates.ts';
import type { Line } from './lines.ts';
import { readItem } from './lists.ts';

/** What stands above an article's text. */
export interface Head {
  title: string;
  /** `YYYY-MM-DD`; null when there is none, or none that can be read with certainty. */
  date: string | null;
  /** A date in figures only that could be read two ways; its line. */
  ambiguousDate: number | null;
  /** The lines after the head. */
  rest: Line[];
}

const LONGEST_TITLE = 200;
/** How far below the title a date may stand, in lines that are not blank. */
const DATE_REACH = 3;
const UNDERLINE = /^[=-]{3,}$/;

/**
 * Reads the title, the first line that is not blank nor a date, and the date, a line of its own near the
 * title. Null when the first line can be no title: a paragraph, an item of a list.
 */
export function readHead(lines: readonly Line[]): Head | null {
  const filled = lines.filter(({ text }) => text !== '');
  const titleAt = filled.findIndex(({ text }) => readDateLine(text) === null);
  const titleLine = filled[titleAt];
  if (!titleLine || titleLine.text.length > LONGEST_TITLE) return null;
  const item = readItem(titleLine.indent, titleLine.text);
  if (item?.format === 'unordered') return null;
  const title = titleLine.text.replace(/^#{1,6}\s+|\s+#+$/g, '');
  const below = filled.slice(titleAt + 1, titleAt + 1 + DATE_REACH);
  const underline = UNDERLINE.test(below[0]?.text ?? '') ? below[0] : undefined;
  const dateLine = [...filled.slice(0, titleAt), ...below].find(({ text }) => readDateLine(text) !== null);
  const read = dateLine ? readDateLine(dateLine.text) : null;
  const taken = new Set([titleLine.number, underline?.number]);
  if (read?.kind === 'day') taken.add(dateLine?.number);
  const rest = lines.filter(({ number }) => !taken.has(number));
  return {
    title,
    date: read?.kind === 'day' ? read.day : null,
    ambiguousDate: read?.kind === 'ambiguous' ? (dateLine?.number ?? null) : null,
    rest,
  };
}
