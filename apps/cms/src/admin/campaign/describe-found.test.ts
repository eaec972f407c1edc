import { expect, it } from 'vitest';
import { campaignEn } from '../i18n/campaign/en.ts';
import { campaignFr } from '../i18n/campaign/fr.ts';
import { describeFound } from './describe-found.ts';

it('says where something was found, and in which language', () => {
  const found = [
    { locale: 'fr-CA' as const, what: '3' },
    { locale: 'en-CA' as const, what: 'https://a.example/' },
    { locale: 'en-CA' as const, what: '' },
    { locale: null, what: '' },
  ];
  expect(describeFound({ found }, campaignFr)).toEqual([
    'français – bloc 3',
    'anglais – https://a.example/',
    'anglais',
  ]);
  expect(describeFound({ found }, campaignEn)[0]).toBe('French – block 3');
});
