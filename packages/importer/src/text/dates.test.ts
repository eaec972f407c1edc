import { describe, expect, test } from 'vitest';
import { readDateLine } from './dates.ts';

describe('readDateLine', () => {
  test.each([
    ['5 mars 2024', '2024-03-05'],
    ['1er août 2023', '2023-08-01'],
    ['Publié le mardi 12 décembre 2023', '2023-12-12'],
    ['Le 3 févr. 2022', '2022-02-03'],
    ['March 5, 2024', '2024-03-05'],
    ['Posted on Tuesday, July 4th, 2023', '2023-07-04'],
    ['5 March 2024', '2024-03-05'],
    ['2024-02-29', '2024-02-29'],
    ['Date\u00a0: 2024-03-05', '2024-03-05'],
  ])('%s', (line, day) => {
    expect(readDateLine(line)).toEqual({ kind: 'day', day });
  });

  test.each(['05/03/2024', '5-3-24'])('%s may be two days', (line) => {
    expect(readDateLine(line)).toEqual({ kind: 'ambiguous' });
  });

  test.each(['31 février 2024', '2023-02-29', 'Le 5 mars 2024, la ville ouvrait', '2024', 'mars 2024', ''])(
    '“%s” is no date',
    (line) => {
      expect(readDateLine(line)).toBeNull();
    },
  );
});
