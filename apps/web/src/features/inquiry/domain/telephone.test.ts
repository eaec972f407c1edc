import { expect, test } from 'vitest';
import { COUNTRY_CODES, telephoneOf } from './telephone.ts';

test.each([
  ['418 555-0142', '', '+14185550142'],
  ['(418) 555-0142', 'CA', '+14185550142'],
  ['+33 6 12 34 56 78', '', '+33612345678'],
  ['06 12 34 56 78', 'FR', '+33612345678'],
  ['418 555-0142', 'FR', '+14185550142'],
  ['+237 6 99 12 34 56', 'CM', '+237699123456'],
  ['0033 6 12 34 56 78', 'FR', '+33612345678'],
])('%s from %j', (typed, country, e164) => {
  expect(telephoneOf(typed, country)?.e164).toBe(e164);
});

test.each(['', '12', 'abc', '+', '+999999999999999999', '555'.repeat(90)])('%j is none', (typed) => {
  expect(telephoneOf(typed, 'CA')).toBeUndefined();
});

test('every country is named once', () => {
  expect(new Set(COUNTRY_CODES).size).toBe(COUNTRY_CODES.length);
  expect(COUNTRY_CODES.length).toBeGreaterThan(230);
});
