import { expect, it } from 'vitest';
import { mergeValues } from './merge-values.ts';
import { requestWith } from './request.fixture.ts';

it('gives what is known of a request, in the visitor’s language', () => {
  const nextAction = { text: 'Envoyez votre diplôme', day: '2026-12-04' };
  expect(mergeValues(requestWith({ nextAction, programmeName: 'PSTQ' }))).toEqual({
    salutation: 'Bonjour Visiteur,',
    nom: 'Visiteur',
    reference: 'K7M-4QX-9',
    programme: 'PSTQ',
    'prochaine-etape': 'Envoyez votre diplôme (4 décembre 2026)',
  });
  expect(mergeValues(requestWith({ language: 'en-CA' }))).toEqual({
    salutation: 'Hello Visiteur,',
    nom: 'Visiteur',
    reference: 'K7M-4QX-9',
  });
});
