import { describe, expect, it } from 'vitest';
import { isProven, type RowReading, readImportRow, termKey } from './import-row.ts';

const READING: RowReading = {
  mapping: {
    email: 0,
    locale: 1,
    topics: 2,
    frequency: 3,
    consentDate: 4,
    wording: 5,
    source: 6,
    evidence: 7,
    programmes: 8,
  },
  locale: 'fr-CA',
  topics: new Map([
    [termKey('Études'), 'etudesid00'],
    [termKey('travail'), 'travailid0'],
  ]),
  programmes: new Map([[termKey('PEQ'), 'peqid00000']]),
  today: '2026-11-29',
};
const row = (...cells: string[]) =>
  readImportRow([...cells, ...Array.from({ length: 9 - cells.length }, () => '')], READING);

describe('a row of an imported table', () => {
  it('is read with what it says, and without what it leaves out', () => {
    expect(row(' Visiteur@Exemple.example ')).toEqual({
      email: 'Visiteur@exemple.example',
      locale: 'fr-CA',
      topics: [],
      programmes: [],
      frequency: 'weekly',
      consentDate: null,
      wording: null,
      source: null,
      evidence: null,
    });
    expect(
      row(
        'a@b.example',
        'Anglais',
        'etudes | TRAVAIL',
        'Mensuelle',
        '2024/05/31 10:00',
        'newsletter-1',
        's',
        'e',
        'peq',
      ),
    ).toEqual({
      email: 'a@b.example',
      locale: 'en-CA',
      topics: ['etudesid00', 'travailid0'],
      programmes: ['peqid00000'],
      frequency: 'monthly',
      consentDate: '2024-05-31',
      wording: 'newsletter-1',
      source: 's',
      evidence: 'e',
    });
  });

  it.each([
    [[''], 'email-missing'],
    [['pas une adresse'], 'email-wrong'],
    [['a@b.example\r\nBcc: c@d.example'], 'email-wrong'],
    [['=a@b'], 'email-wrong'],
    [['a@b.example', 'klingon'], 'locale-unknown'],
    [['a@b.example', 'fr', 'Jardinage'], 'topic-unknown'],
    [['a@b.example', 'fr', '', '', '', '', '', '', 'PVT'], 'programme-unknown'],
    [['a@b.example', 'fr', '', 'parfois'], 'frequency-unknown'],
    [['a@b.example', 'fr', '', '', '31/05/2024'], 'date-wrong'],
    [['a@b.example', 'fr', '', '', '2024-02-30'], 'date-wrong'],
    [['a@b.example', 'fr', '', '', '2026-11-30'], 'date-future'],
    [['a@b.example', 'fr', '', '', '', '', '', 'x'.repeat(1_001)], 'too-long'],
  ])('%j is refused: %s', (cells, fault) => {
    expect(row(...cells)).toBe(fault);
  });

  it('is refused where the columns end before those that were chosen', () => {
    expect(readImportRow(['a@b.example'], READING)).toBe('columns-missing');
  });

  it('proves a consent by its day, what it answered and what shows it, and by nothing less', () => {
    const whole = { consentDate: '2024-05-31', wording: null, source: 'Salon', evidence: 'Fiche 12' };
    expect(isProven(whole)).toBe(true);
    expect(isProven({ ...whole, source: null, wording: 'newsletter-1' })).toBe(true);
    for (const missing of ['consentDate', 'source', 'evidence']) {
      expect(isProven({ ...whole, [missing]: null })).toBe(false);
    }
  });
});
