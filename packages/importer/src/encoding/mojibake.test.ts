import { describe, expect, test } from 'vitest';
import { findDamage } from './damage.ts';
import { findMojibake, repairMojibake } from './mojibake.ts';
import { strangeness } from './strangeness.ts';

describe('repairMojibake', () => {
  test.each([
    ['l’Ã©tÃ©', 'l’été'],
    ['QUÃ‰BEC, Ã\u00a0 louer', 'QUÉBEC, à louer'],
    ['lâ€™Å“uvre', 'l’œuvre'],
    ['Å’uvre de jeunesse', 'Œuvre de jeunesse'],
    ['Â«Â\u00a0OuiÂ\u00a0Â»', '«\u00a0Oui\u00a0»'],
    ['depuis 2024Â\u00a0: rien', 'depuis 2024\u00a0: rien'],
    ['SÃ£o Paulo', 'São Paulo'],
    ['ï»¿Titre', '\ufeffTitre'],
    ['lÃƒÂ©gal', 'légal'],
    ['caf\u00c3\u00a9 \u00e2\u0080\u0094 bar', 'café — bar'],
    ['un cœur ðŸ˜€', 'un cœur 😀'],
    ['Itâ€™s the cafÃ©â€¦', 'It’s the café…'],
  ])('%s', (garbled, meant) => {
    expect(repairMojibake(garbled)).toBe(meant);
  });

  test.each([
    'la lettre «\u00a0Â\u00a0» et la lettre Â\u00a0: deux lettres',
    'the letter “Å” and the Å’s',
    'IRMÃ\u00a0: une congrégation',
    'NOËL… et ÉTÉ\u00a0»',
    'ε = 5 Å…',
    'Дмитрий et Ελένη',
    '日本語',
    'étudiant·e·s, 10\u00a0°C, 20\u00a0m²',
  ])('leaves what may be meant: %s', (text) => {
    expect(repairMojibake(text)).toBe(text);
  });

  test('one edit per cluster, with what stood there', () => {
    expect(findMojibake('DÃ©jÃ\u00a0 lÃ ')).toEqual([
      { rule: 'mojibake', offset: 1, before: 'Ã©', after: 'é' },
      { rule: 'mojibake', offset: 4, before: 'Ã\u00a0', after: 'à' },
    ]);
  });

  test('half of a sequence is damage, not a repair', () => {
    expect(repairMojibake('dÃ¨s lors, lÃ ')).toBe('dès lors, lÃ ');
    expect(findDamage('dès lors, lÃ ')).toMatchObject([{ kind: 'mojibake', offset: 11, length: 1 }]);
  });
});

describe('strangeness', () => {
  test('good writing scores nothing', () => {
    expect(strangeness('', 'L’Île-d’Orléans «\u00a0d’antan\u00a0», 9\u00a0€, O’Brien’s', '')).toBe(0);
  });

  test('is the sum of what is odd in each place', () => {
    expect(strangeness('l', 'Ã', ' ')).toBe(7);
    expect(strangeness('l', 'Ã©', 't')).toBe(10);
    expect(strangeness('', '\u0092', '')).toBe(4);
  });
});
