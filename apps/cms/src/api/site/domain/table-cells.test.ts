import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTableCells, writeTableCells } from './table-cells.ts';

describe('table cells', () => {
  it('are read from lines with or without outer bars, and from Markdown', () => {
    const rows = [
      ['Volet', 'Délai'],
      ['Un', '6 mois'],
    ];
    expect(readTableCells('Volet | Délai\nUn | 6 mois')).toEqual(rows);
    expect(readTableCells('| Volet | Délai |\n|---|:--:|\n\n| Un | 6 mois |\n')).toEqual(rows);
  });

  it('may be empty, or hold the signs themselves', () => {
    expect(readTableCells('| a |  | c |')).toEqual([['a', '', 'c']]);
    expect(readTableCells('a \\| b | c:\\\\')).toEqual([['a | b', 'c:\\']]);
  });

  it('come back as they were written', () => {
    const cell = fc.stringMatching(/^[^\r\n]{0,20}$/).map((text) => text.trim());
    const row = fc
      .array(cell, { minLength: 1, maxLength: 5 })
      .filter((cells) => cells.some((text) => /[^-:]/.test(text)));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        expect(readTableCells(writeTableCells(rows))).toEqual(rows);
      }),
    );
  });
});
