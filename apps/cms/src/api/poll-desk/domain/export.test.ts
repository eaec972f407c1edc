import { expect, test } from 'vitest';
import type { PollDesk } from '../../poll/domain/answers.ts';
import { deskTexts } from '../i18n/texts.ts';
import { actorName } from './actor.ts';
import { exportRows, pollExport, pollExportSchema } from './export.ts';

const HASH = 'a'.repeat(64);
const desk: PollDesk = {
  documentId: 'k3j4h5g6f7d8s9a0',
  published: true,
  state: 'final',
  opensAt: '2026-11-01T04:00:00.000Z',
  closesAt: null,
  closedAt: '2026-11-02T12:30:00.000Z',
  countsAt: null,
  counts: {
    ballots: 3,
    options: [
      { key: 'oui', count: 2 },
      { key: 'non', count: 1 },
    ],
  },
  labels: { oui: '=Oui, bien sûr', non: 'Non' },
  hash: HASH,
  hours: [
    { hour: '2026-11-01T05:00:00.000Z', ballots: 2 },
    { hour: '2026-11-01T06:00:00.000Z', ballots: 1 },
  ],
  history: [],
};
const name = { question: 'Lequel\u202f?', slug: 'lequel', selection: 'single' } as const;
const at = new Date('2026-11-24T15:00:00.000Z');

test('everything of a poll is handed out, under its schema', () => {
  const exported = pollExport(desk, name, at);
  expect(pollExportSchema.parse(exported)).toEqual(exported);
  expect(exported).toMatchObject({
    poll: desk.documentId,
    slug: 'lequel',
    exportedAt: '2026-11-24T15:00:00.000Z',
    state: 'final',
    hash: HASH,
    ballots: 3,
    options: [
      { key: 'oui', count: 2, percentage: 67 },
      { key: 'non', count: 1, percentage: 33 },
    ],
    hours: desk.hours,
  });
});

test('as a table, each fact is a row, in the language asked and in the newsroom’s time', () => {
  const rows = exportRows(pollExport(desk, name, at), deskTexts('fr').table);
  expect(rows).toEqual([
    ['Rubrique', 'Clé', 'Libellé', 'Nombre', 'Pourcentage'],
    ['Sondage', desk.documentId, 'Lequel\u202f?', null, null],
    ['Exporté le', '2026-11-24T15:00:00.000Z', '2026-11-24 10:00', null, null],
    ['État', 'final', 'Dépouillé', null, null],
    ['Ouverture', '2026-11-01T04:00:00.000Z', '2026-11-01 00:00', null, null],
    ['Fermeture prévue', null, null, null, null],
    ['Fermé le', '2026-11-02T12:30:00.000Z', '2026-11-02 07:30', null, null],
    ['Empreinte', HASH, null, null, null],
    ['Bulletins', null, null, 3, null],
    ['Choix', 'oui', '=Oui, bien sûr', 2, 67],
    ['Choix', 'non', 'Non', 1, 33],
    // The night clocks went back: one o'clock came twice.
    ['Bulletins de l’heure', '2026-11-01T05:00:00.000Z', '2026-11-01 01:00', 2, null],
    ['Bulletins de l’heure', '2026-11-01T06:00:00.000Z', '2026-11-01 01:00', 1, null],
  ]);
  expect(exportRows(pollExport(desk, name, at), deskTexts('en').table)[0]).toEqual([
    'Item',
    'Key',
    'Words',
    'Number',
    'Percentage',
  ]);
});

test('before it opens there is nothing to count', () => {
  const upcoming = { ...desk, state: 'upcoming' as const, counts: null, hours: [], hash: null };
  expect(pollExport(upcoming, name, at)).toMatchObject({ ballots: null, options: [], hours: [] });
});

test('with several choices a ballot, a percentage is a share of the ballots', () => {
  const counts = {
    ballots: 3,
    options: [
      { key: 'oui', count: 3 },
      { key: 'non', count: 2 },
    ],
  };
  const several = pollExport({ ...desk, counts }, { ...name, selection: 'multiple' }, at);
  expect(several.options.map(({ percentage }) => percentage)).toEqual([100, 67]);
});

test('staff are named by what they are called and their number', () => {
  expect(actorName({ id: 3, firstname: ' Prénom ', lastname: 'Nom' })).toBe('Prénom Nom (#3)');
  expect(actorName({ id: 3, firstname: 'Prénom', lastname: null })).toBe('Prénom (#3)');
  expect(actorName({ id: 3, firstname: '' })).toBe('#3');
});
