import { expect, it } from 'vitest';
import { addressLines, listOf, neqText, telephoneText } from './format.ts';

it('joins names the way each language does', () => {
  expect(listOf('fr-CA', ['A', 'B', 'C'])).toBe('A, B et C');
  expect(listOf('en-CA', ['A', 'B'])).toBe('A and B');
});

it('groups a telephone number and keeps it together', () => {
  expect(telephoneText('+14185550142')).toBe('418\u00a0555-0142');
});

it('writes an address in the usage of the language', () => {
  const address = {
    street: '1, rue du Quai',
    city: 'Lévis',
    province: 'QC',
    postalCode: 'G6V 1A1',
    country: 'CA',
  } as const;
  expect(addressLines('fr-CA', address)).toEqual(['1, rue du Quai', 'Lévis (QC) G6V\u00a01A1']);
  expect(addressLines('en-CA', address)).toEqual(['1, rue du Quai', 'Lévis, QC G6V\u00a01A1']);
});

it('groups an enterprise number', () => {
  expect(neqText('1176543210')).toBe('11\u00a07654\u00a03210');
});
