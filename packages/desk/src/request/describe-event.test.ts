import { expect, it } from 'vitest';
import { fr } from '../i18n/fr.ts';
import { describeEvent } from './describe-event.ts';

const event = { at: '2026-11-23T15:00:00.000Z', actor: null, text: null };

it('says what happened, from where to where, and to what', () => {
  expect(describeEvent({ ...event, kind: 'received' }, fr)).toBe('Reçue');
  expect(describeEvent({ ...event, kind: 'transition', from: 'new', to: 'spam' }, fr)).toBe(
    'État changé (Nouvelle → Indésirable)',
  );
  expect(describeEvent({ ...event, kind: 'details', fields: ['tags', 'nextAction'] }, fr)).toBe(
    'Modifiée (Étiquettes, Prochaine action)',
  );
});
