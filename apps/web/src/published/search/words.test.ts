import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexedText, stemmedWords } from './stems.ts';
import { readWord, wordsOf } from './words.ts';

const folded = (text: string) => wordsOf(text, readWord).map((word) => word.folded);
const stems = (text: string) => stemmedWords(text, 'fr-CA').map(({ stem }) => stem);

describe('the words of a text', () => {
  it.each([
    ['L’œuvre d’une élève', ['oeuvre', 'une', 'eleve']],
    ["L'OEUVRE D'UNE ÉLÈVE", ['oeuvre', 'une', 'eleve']],
    ['qu’il s’installe aujourd’hui', ['qu', 'il', 'installe', 'aujourd', 'hui']],
    ['C.A.Q., c.s.q. et P.E.Q', ['caq', 'csq', 'et', 'peq']],
    ['Saint-Jean : 24 h, 4 000 $', ['saint', 'jean', '24', '000']],
    ['cœur cæcum straße', ['coeur', 'caecum', 'strasse']],
    ['re\u00adgroupement e\u0301tude', ['regroupement', 'etude']],
    ['« permis »\u00a0!', ['permis']],
    ['', []],
  ])('of %j are %j', (text, expected) => {
    expect(folded(text).filter((word) => word.length > 1)).toEqual(expected);
  });

  it('stand where they are said to', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let end = 0;
        for (const word of wordsOf(text, readWord)) {
          expect(word.start).toBeGreaterThanOrEqual(end);
          end = word.end;
          expect(word.folded).toMatch(/^[\p{L}\p{N}]+$/u);
          expect(wordsOf(text.slice(word.start, word.end), readWord).map((each) => each.folded)).toEqual([
            word.folded,
          ]);
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('forms of a word', () => {
  it.each([
    ['demande', 'demandes', 'demander', 'demandée', 'demandee'],
    ['immigrante', 'immigrants', 'immigration'],
    ['diplômé', 'diplome', 'DIPLÔMÉES', 'diplomees'],
    ['étudié', 'étudier', 'étudiante'],
    ['québécoise', 'Quebecois'],
    ['emploi', 'emplois'],
    ['caribou', 'Caribous'],
    ['refus', 'refusé'],
  ])('have a stem in common: %s, %s…', (...forms) => {
    const all = forms.map((form) => indexedText(stemmedWords(form, 'fr-CA')).split(' '));
    for (const some of all) {
      for (const others of all) expect(some.filter((stem) => others.includes(stem))).not.toEqual([]);
    }
  });

  it('that nearly every text has are left out', () => {
    expect(stems('Comment est-ce que je peux avoir le permis ?')).toEqual(stems('permis'));
  });
});
