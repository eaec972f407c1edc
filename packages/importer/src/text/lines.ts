/** A line of a page. `number` counts from 1. */
export interface Line {
  number: number;
  /** White space at its start; a tab counts as four. */
  indent: number;
  /** Without white space at either end, no-break spaces included; `''` when the line is blank. */
  text: string;
}

/** First and last line of something, both included. */
export interface LineRange {
  from: number;
  to: number;
}

function indentOf(line: string): number {
  const space = /^\s*/.exec(line)?.[0] ?? '';
  return Array.from(space).reduce((width, sign) => width + (sign === '\t' ? 4 : 1), 0);
}

const isBlank = (sign: string) => /^[\s\p{Cc}\u200b]$/u.test(sign);

/** Without white space, control characters and zero-width spaces at its ends. Linear, whatever the line. */
function trimmed(line: string): string {
  let from = 0;
  let to = line.length;
  while (from < to && isBlank(line.charAt(from))) from += 1;
  while (to > from && isBlank(line.charAt(to - 1))) to -= 1;
  return line.slice(from, to);
}

/** Splits a text into lines, as `positionsIn` counts them: LF, CR or CRLF ends one. Control characters go. */
export function linesOf(text: string): Line[] {
  return text.split(/\r\n|\r|\n/).map((line, index) => ({
    number: index + 1,
    indent: indentOf(line),
    text: trimmed(line)
      .replace(/[ \t\f\u2028\u2029]+/g, ' ')
      .replace(/\p{Cc}/gu, ''),
  }));
}

/** The lines from the first to the last that is not blank. */
export function rangeOf(lines: readonly Line[]): LineRange {
  const filled = lines.filter(({ text }) => text !== '');
  return { from: filled[0]?.number ?? 0, to: filled.at(-1)?.number ?? 0 };
}

/** The text of the lines that are not blank, one per line. */
export function textOf(lines: readonly Line[]): string {
  return lines
    .filter(({ text }) => text !== '')
    .map(({ text }) => text)
    .join('\n');
}

/** Lower case without accents, one kind of apostrophe and space: what phrases are compared in. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘´`]/g, "'")
    .replace(/œ/g, 'oe')
    .replace(/\s+/g, ' ')
    .trim();
}
