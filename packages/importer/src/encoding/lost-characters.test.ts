import { describe, expect, test } from 'vitest';
import { findDamage } from './damage.ts';
import { applyEdits } from './edits.ts';
import { findLostCharacters } from './lost-characters.ts';

const mend = (text: string) => applyEdits(text, findLostCharacters(text));

describe('findLostCharacters', () => {
  test.each([
    ['«?Les arbres', '«\u00a0Les arbres'],
    ['dit-on. «?L’arbre', 'dit-on. «\u00a0L’arbre'],
    ['«\ufffdLes arbres.\ufffd»', '«\u00a0Les arbres.\u00a0»'],
    ['(…)\ufffd»', '(…)\u00a0»'],
    ['25?% et 30?$', '25\u00a0% et 30\u00a0$'],
    ['10?000 personnes', '10\u00a0000 personnes'],
    ['le c?ur, une s?ur, un n?ud, des v?ux', 'le cœur, une sœur, un nœud, des vœux'],
    ['la main-d’?uvre et la man\ufffduvre', 'la main-d’œuvre et la manœuvre'],
    ['à l?été, qu?il, aujourd?hui, c?est', 'à l’été, qu’il, aujourd’hui, c’est'],
    ['à l?été et l?accueil?: voici', 'à l’été et l’accueil\u00a0: voici'],
    ['«?nous avons', '«\u00a0nous avons'],
  ])('%s', (damaged, meant) => {
    expect(mend(damaged)).toBe(meant);
  });

  test.each([
    ['a real question', 'Pourquoi? «\u00a0Vraiment?» (sûr?)'],
    ['a letter that may be lost', '«?tat d’urgence décrété à midi, «?les et rivages'],
    ['é may be what is lost', 'la s?ance de l?assembl?e, d’été à Laval'],
    ['an ending that may be lost', 'il est arriv?: voici, à midi'],
    ['several lost in a row', 'l’été, l\ufffd\ufffduvre'],
    ['query strings', 'https://exemple.test/l?a=été et page/?id=l?i'],
  ])('leaves %s', (_, text) => {
    expect(mend(text)).toBe(text);
  });

  test('what is left is reported with its place', () => {
    const text = 'Un mot.\nLa s?ance de la\ufffd ?Les';
    expect(findDamage(text)).toEqual([
      {
        kind: 'lost-character',
        offset: 12,
        length: 1,
        line: 2,
        column: 5,
        excerpt: 'La s?ance de la\ufffd ?Les',
      },
      {
        kind: 'replacement-character',
        offset: 23,
        length: 1,
        line: 2,
        column: 16,
        excerpt: expect.any(String),
      },
      { kind: 'lost-character', offset: 25, length: 1, line: 2, column: 18, excerpt: expect.any(String) },
    ]);
  });

  test('no-break spaces that only hinder, and control characters, are reported', () => {
    expect(findDamage('des\u00a0arbres, 25\u00a0ans, M.\u00a0Roy\u0007')).toMatchObject([
      { kind: 'doubtful-no-break-space', offset: 3 },
      { kind: 'control-character', offset: 26 },
    ]);
  });
});
