import type { ReplyTemplate } from '@passerelle/contracts';
import { expect, it } from 'vitest';
import { type Draft, fieldsLeft, withTemplate } from './reply-draft.ts';

const empty: Draft = {
  kind: 'information',
  subject: 'Objet',
  body: '',
  files: null,
  template: null,
  filled: '',
};
const template: ReplyTemplate = {
  id: 'a',
  name: 'A',
  kind: 'advice',
  subject: 'À propos de {{programme}}',
  body: 'Bonjour {{nom}}',
  asksForFiles: true,
};

it('puts a template in, with its kind, and leaves what nobody knows to be filled', () => {
  const draft = withTemplate(empty, template, { nom: 'Visiteur' });
  expect(draft).toMatchObject({ kind: 'advice', body: 'Bonjour Visiteur', files: 5 });
  expect(fieldsLeft(draft)).toEqual(['{{programme}}']);
});

it('takes another template’s place, and never that of somebody’s own words', () => {
  const first = withTemplate(empty, template, { nom: 'Visiteur' });
  const other = { ...template, body: 'Autre', asksForFiles: false };
  expect(withTemplate(first, other, {})).toMatchObject({ body: 'Autre', files: null });
  const own = { ...first, body: 'Bonjour Visiteur, merci.' };
  expect(withTemplate(own, other, {}).body).toBe('Bonjour Visiteur, merci.\n\nAutre');
});
