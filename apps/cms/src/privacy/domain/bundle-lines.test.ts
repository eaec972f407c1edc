import type { PersonBundle } from '@passerelle/contracts';
import { expect, it } from 'vitest';
import { entriesOf } from './bundle-lines.ts';

const bundle: PersonBundle = {
  format: 'passerelle-person-bundle 3',
  at: '2026-11-25T00:00:00.000Z',
  email: 'visiteur@exemple.example',
  inquiries: [],
  newsletter: null,
  consents: [],
  requests: [],
  mails: [
    {
      at: '2026-11-25T00:00:00.000Z',
      template: 'inquiry-reply',
      state: 'sent',
      locale: 'fr-CA',
      data: { subject: 'Bonjour', lines: ['un', 'deux'], none: null },
    },
  ],
};

it('has every value with the way to it, and nothing for what is empty', () => {
  expect(entriesOf(bundle, 'newsletter')).toEqual([]);
  expect(entriesOf(bundle, 'inquiries')).toEqual([]);
  const [mail] = entriesOf(bundle, 'mails');
  expect(mail?.map(({ path, value }) => `${path.join(' ')}=${value}`)).toEqual([
    'at=2026-11-25T00:00:00.000Z',
    'template=inquiry-reply',
    'state=sent',
    'locale=fr-CA',
    'data subject=Bonjour',
    'data lines 1=un',
    'data lines 2=deux',
  ]);
});
