/** Where something is: lines and columns count from 1, columns in UTF-16 units. */
export interface Position {
  offset: number;
  line: number;
  column: number;
}

/** Finds the line and column of offsets in a text. Lines end with LF, CR, or CRLF. */
export function positionsIn(text: string): (offset: number) => Position {
  const starts = [0];
  for (const ending of text.matchAll(/\r\n|\r|\n/g)) starts.push(ending.index + ending[0].length);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return { offset, line: low, column: offset - (starts[low - 1] ?? 0) + 1 };
  };
}

/** How many characters of context an excerpt shows on each side. */
const REACH = 24;

/** A piece of the line around an offset, cut at `REACH` characters on each side and marked with `…` there. */
export function excerptAround(text: string, offset: number, length: number): string {
  const before =
    text
      .slice(Math.max(0, offset - REACH), offset)
      .split('\n')
      .at(-1) ?? '';
  const end = offset + length;
  const [after = ''] = text.slice(end, end + REACH).split('\n', 1);
  const isCut = (sign: string) => sign !== '' && sign !== '\n';
  const opening = before.length === REACH && isCut(text.charAt(offset - REACH - 1)) ? '…' : '';
  const closing = after.length === REACH && isCut(text.charAt(end + REACH)) ? '…' : '';
  return `${opening}${`${before}${text.slice(offset, end)}${after}`.trim()}${closing}`.toWellFormed();
}
