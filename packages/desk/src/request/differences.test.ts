import { expect, it } from 'vitest';
import { en } from '../i18n/en.ts';
import { fr } from '../i18n/fr.ts';
import { differencesOf } from './differences.ts';
import { requestWith } from './request.fixture.ts';

it('says nothing of what is the same', () => {
  expect(differencesOf(requestWith(), requestWith({ version: 9 }), fr)).toEqual([]);
});

it('says what somebody else has changed, in the reader’s language', () => {
  const after = requestWith({
    status: 'assigned',
    assignee: { id: 3, name: 'Accueil' },
    tags: ['études', 'urgent'],
    nextAction: { text: 'Téléphoner', day: '2026-12-01' },
    legalHold: true,
  });
  expect(differencesOf(requestWith(), after, fr)).toEqual([
    { field: 'status', before: 'Nouvelle', after: 'Attribuée' },
    { field: 'assignee', before: 'Personne', after: 'Accueil' },
    { field: 'tags', before: 'Aucun', after: 'études, urgent' },
    { field: 'nextAction', before: 'Aucun', after: 'Téléphoner, 2026-12-01' },
    { field: 'legalHold', before: 'Non', after: 'Oui' },
  ]);
  expect(differencesOf(requestWith(), after, en)[0]).toEqual({
    field: 'status',
    before: 'New',
    after: 'Assigned',
  });
});
