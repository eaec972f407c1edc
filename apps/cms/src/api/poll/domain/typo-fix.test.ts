import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTypoFix } from './typo-fix.ts';

test.each([
  ['La voie fédérale', 'La voie fédérale'],
  ['La voie fedérale', 'La voie fédérale'],
  ['a Quebec', 'À Québec'],
  ['Je n’ai pas encore tranche', 'Je n’ai pas encore tranché'],
  ['Laquelle choisissez-vous?', 'Laquelle choisissez-vous\u202f?'],
])('%s → %s puts a typo right', (first, now) => {
  expect(isTypoFix(first, now)).toBe(true);
});

test.each([
  ['Possible', 'Impossible'],
  ['La hausse', 'La baisse'],
  ['En 6 mois', 'En 8 mois'],
  ['En 6 mois', 'En 16 mois'],
  ['12 mois', '1 2 mois'],
  ['Un visa légal', 'Un visa illégal'],
  ['I can', 'I can’t'],
  ['Oui', 'Non'],
  ['Un sans papiers', 'Un sanspapiers'],
  ['Accept it', 'Except it'],
])('%s → %s says something else', (first, now) => {
  expect(isTypoFix(first, now)).toBe(false);
});

test('a text is always itself, and it is the same both ways', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(isTypoFix(one, one)).toBe(true);
      expect(isTypoFix(one, other)).toBe(isTypoFix(other, one));
    }),
  );
});
