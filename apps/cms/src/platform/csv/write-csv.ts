import { stringify } from 'csv-stringify/sync';

/** What a cell can hold; null is an empty one. */
export type Cell = string | number | null;

/**
 * Where a spreadsheet would begin to read a formula: at the start of a cell, and after what one with another list
 * separator takes for the end of a cell (Excel in French splits at `;` and reads our quotes otherwise then).
 * `＝＋－＠` are what some make of the full-width signs; control characters at a start are skipped by some.
 */
const FORMULA = /(?:^|(?<=[;\t\r\n]))(?="*[=+\-@＝＋－＠\0])|^(?=[\t\r\n])/g;

/** Text that no spreadsheet takes for a formula: an apostrophe stands before what would begin one. */
function withoutFormula(text: string): string {
  return text.replace(FORMULA, "'");
}

/**
 * A CSV file (RFC 4180: comma, CRLF, quotes doubled) whose cells are all text or numbers to a spreadsheet.
 *
 * @param bom puts the UTF-8 byte order mark first, by which spreadsheets know the encoding.
 */
export function writeCsv(
  rows: readonly (readonly Cell[])[],
  { bom = false }: { bom?: boolean } = {},
): string {
  return stringify(
    rows.map((row) => [...row]),
    // The package quotes CRLF by itself, a lone CR or LF not.
    { bom, record_delimiter: 'windows', quoted_match: /[\r\n]/, cast: { string: withoutFormula } },
  );
}
