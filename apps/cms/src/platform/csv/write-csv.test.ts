import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cell, writeCsv } from './write-csv.ts';

/** Reads CSV as RFC 4180 says, and refuses what it doesn't allow. */
function readCsv(text: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  const rows: string[][] = [];
  let row: string[] = [];
  while (cell.lastIndex < text.length) {
    const [whole, quoted, plain, end] = cell.exec(text) ?? [];
    if (whole === undefined) throw new Error(`Not CSV: ${JSON.stringify(text)}`);
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

const STARTS = [...'=+-@＝＋－＠\t\r\n\0'];
const hostile = fc.string({ unit: fc.constantFrom(...STARTS, ...'a1 é;,"\'|') });
const rowsOf = (cell: fc.Arbitrary<Cell>) =>
  fc
    .integer({ min: 1, max: 5 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));

test('no cell of the file starts with what begins a formula, however a spreadsheet splits it', () => {
  fc.assert(
    fc.property(rowsOf(fc.oneof(hostile, fc.string({ unit: 'binary' }))), (rows) => {
      for (const cell of readCsv(writeCsv(rows)).flat()) {
        expect(STARTS).not.toContain(cell[0]);
        for (const piece of cell.split(/[;\t\r\n]/))
          expect(STARTS).not.toContain(piece.replace(/^"+/, '')[0]);
      }
    }),
  );
});

test('apart from the apostrophes, what was written is read', () => {
  fc.assert(
    fc.property(rowsOf(hostile), (rows) => {
      const plain = (table: readonly (readonly Cell[])[]) =>
        table.map((row) => row.map((cell) => String(cell ?? '').replaceAll("'", '')));
      expect(plain(readCsv(writeCsv(rows)))).toEqual(plain(rows));
    }),
  );
});

test('text that begins no formula stays as it is, and numbers stay numbers', () => {
  expect(writeCsv([['Sondage éclair', "l'avis", 'a-b=c', -3, null, 'un "mot", ici']])).toBe(
    'Sondage éclair,l\'avis,a-b=c,-3,,"un ""mot"", ici"\r\n',
  );
  expect(writeCsv([['=1+1', 'x;=1', '@a']])).toBe("'=1+1,x;'=1,'@a\r\n");
});

test('the byte order mark stands first when it is asked for', () => {
  expect(writeCsv([['é']], { bom: true })).toBe('\ufeffé\r\n');
  expect(writeCsv([['é']])).toBe('é\r\n');
});
