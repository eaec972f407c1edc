import { describe, expect, test } from 'vitest';
import { restoreFrenchSpacing, restoreFrenchSpacingAcross } from './french-spacing.ts';

const N = '\u00a0';
const T = '\u202f';

describe('restoreFrenchSpacing', () => {
  test.each([
    ['Voici : le plan ; est-ce tout ?', `Voici${N}: le plan${T}; est-ce tout${T}?`],
    ['Voici: le plan; est-ce tout?!', `Voici${N}: le plan${T}; est-ce tout${T}?!`],
    ['Il a dit «oui» et «non».', `Il a dit «${N}oui${N}» et «${N}non${N}».`],
    ['Il a dit « oui ».', `Il a dit «${N}oui${N}».`],
    ['Le résultat :Le conseil décide', `Le résultat${N}: Le conseil décide`],
    [`Le résultat${N}:le conseil`, `Le résultat${N}: le conseil`],
    ['La question est : « Pourquoi? »', `La question est${N}: «${N}Pourquoi${T}?${N}»`],
    ['Le coût : 25 %; le reste…  !', `Le coût${N}: 25 %${T}; le reste…${T}!`],
    ['Arrima: mode d’emploi', `Arrima${N}: mode d’emploi`],
    ['l’« accueil »', `l’«${N}accueil${N}»`],
  ])('%s', (before, after) => {
    expect(restoreFrenchSpacing(before)).toBe(after);
  });

  test.each([
    ['times and ratios', 'Le train de 14:30 part à 14 : 30, au 1 : 3 de la carte'],
    [
      'addresses and query strings',
      'Voir https://exemple.test/a?b=c;d=e!f et www.exemple.test/?q=1 dans la page',
    ],
    ['query strings without a scheme', 'Ouvrir la page exemple.test/liste?page=2&tri=nom pour voir'],
    ['code', 'Le code `a ? b : c;` est dans la page'],
    ['character references', 'Le texte &laquo;brut&raquo; et&nbsp;les autres'],
    ['faces and short codes', 'Merci :) et à bientôt ;) avec :coeur: dans le texte'],
    ['marks in brackets', 'Le programme (?) est (!) ouvert'],
    ['arrows and bullets', 'Accueil » Les nouvelles » Le plan'],
    ['German marks', 'Le titre »Der Weg« est dans la liste'],
    ['a no-break space of the other width', `Est-ce le plan${N}? «${T}Oui${T}»`],
    ['Windows paths', 'Le fichier C:\\dossier est dans la liste'],
    ['English', 'Is this the plan? Yes: it is “here”; see the list!'],
    ['English with French names', 'Apply to the Ministère de l’Immigration in Québec: is it open?'],
    ['nothing to tell the language by', 'Bravo!'],
  ])('leaves %s', (_, text) => {
    expect(restoreFrenchSpacing(text)).toBe(text);
  });

  test('judges each sentence by itself', () => {
    expect(restoreFrenchSpacing('Où est le plan? It is not in the file: is it?')).toBe(
      `Où est le plan${T}? It is not in the file: is it?`,
    );
  });

  test('a line that says nothing goes with a text that is French throughout', () => {
    expect(restoreFrenchSpacing('Bravo!\nC’est le plan de la ville.')).toBe(
      `Bravo${T}!\nC’est le plan de la ville.`,
    );
    expect(restoreFrenchSpacing('Bravo!\nC’est le plan.\nThis is the plan.')).toContain('Bravo!');
  });

  test('where French is only presumed, spaces are set but none is added', () => {
    expect(restoreFrenchSpacing('Bravo ! Immigration: Laval', 'fr-CA')).toBe(`Bravo${T}! Immigration: Laval`);
  });
});

describe('restoreFrenchSpacingAcross', () => {
  test.each([
    [
      ['Avez-vous lu ', 'le plan', ' ?'],
      ['Avez-vous lu ', 'le plan', `${T}?`],
    ],
    [
      ['Avez-vous lu ', 'le plan', '?'],
      ['Avez-vous lu ', `le plan${T}`, '?'],
    ],
    [
      ['Avez-vous lu ', 'le plan ', ' ?'],
      ['Avez-vous lu ', `le plan${T}`, '?'],
    ],
    [
      ['Le plan dit « ', 'oui', ' ».'],
      [`Le plan dit «${N}`, 'oui', `${N}».`],
    ],
    [
      ['', 'Le plan', ' : ', 'voici'],
      ['', 'Le plan', `${N}: `, 'voici'],
    ],
    [
      ['Le plan', ', sans signe'],
      ['Le plan', ', sans signe'],
    ],
  ])('%j', (before, after) => {
    expect(restoreFrenchSpacingAcross(before, 'fr-CA')).toEqual(after);
  });

  test('says what the whole line would say', () => {
    const pieces = ['Voici', ' : le plan ; est-ce', ' ', '« tout »', ' ', '?'];
    expect(restoreFrenchSpacingAcross(pieces, 'fr-CA').join('')).toBe(
      restoreFrenchSpacing(pieces.join(''), 'fr-CA'),
    );
  });
});
