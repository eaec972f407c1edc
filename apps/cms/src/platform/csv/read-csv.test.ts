import { describe, expect, it } from 'vitest';
import { type CsvRow, readCsv } from './read-csv.ts';

const LIMIT = { limit: 100_000 };

async function* inPieces(octets: Uint8Array, size: number) {
  for (let start = 0; start < octets.length; start += size) yield octets.subarray(start, start + size);
}
async function rowsOf(octets: Uint8Array, size = 7): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  for await (const row of readCsv(inPieces(octets, size), LIMIT)) rows.push(row);
  return rows;
}
const utf8 = (text: string) => Buffer.from(text, 'utf8');
const latin1 = (text: string) => Buffer.from(text, 'latin1');

describe('a table', () => {
  it.each([
    ['UTF-8', utf8('Prénom;Courriel\r\nZoé;zoe@exemple.example\r\n')],
    ['UTF-8 with a mark', utf8('\ufeffPrénom;Courriel\r\nZoé;zoe@exemple.example\r\n')],
    ['UTF-8 with a mark and quotes', utf8('\ufeff"Prénom";"Courriel"\r\n"Zoé";"zoe@exemple.example"\r\n')],
    ['Windows-1252', latin1('Prénom;Courriel\r\nZoé;zoe@exemple.example\r\n')],
    ['tabs', utf8('Prénom\tCourriel\nZoé\tzoe@exemple.example')],
    ['commas', utf8('Prénom,Courriel\nZoé,zoe@exemple.example')],
  ])('is read in %s, however it is cut into pieces', async (_, octets) => {
    for (const size of [1, 1000]) {
      expect(await rowsOf(octets, size)).toEqual([
        { line: 1, cells: ['Prénom', 'Courriel'] },
        { line: 2, cells: ['Zoé', 'zoe@exemple.example'] },
      ]);
    }
  });

  it('has the signs of Windows-1252 that Latin-1 hasn’t', async () => {
    const octets = Buffer.concat([latin1('a\n'), Buffer.from([0x93, 0x9c, 0x94])]);
    expect((await rowsOf(octets))[1]?.cells).toEqual(['“œ”']);
  });

  it('numbers lines as an editor shows them, across those within quotes and empty ones', async () => {
    const rows = await rowsOf(utf8('a,b\n"1\n2",x\n\ny,z\n'));
    expect(rows.map(({ line }) => line)).toEqual([1, 3, 5]);
  });

  it.each([
    ['empty', Buffer.alloc(0), { code: 'empty', line: null }],
    [
      'in UTF-16',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('a,b', 'utf16le')]),
      { code: 'encoding-unknown' },
    ],
    ['with a quote that never ends', utf8('a,b\nc,d\n"e,f\n'), { code: 'not-csv', line: 3 }],
    ['with a row beyond all measure', utf8(`a\n"${'x'.repeat(70_000)}"\n`), { code: 'not-csv', line: 2 }],
    ['over the limit', utf8(`a\n${'x\n'.repeat(60_000)}`), { code: 'too-large' }],
  ])('%s is read up to there', async (_, octets, stop) => {
    await expect(rowsOf(octets, 65_536)).rejects.toMatchObject(stop);
  });
});
