import { expect, test } from 'vitest';
import { foreignLanguage } from './foreign-language.ts';

test.each([
  ['en', 'fr-CA', 'en'],
  ['en-CA', 'fr-CA', 'en-CA'],
  ['fr', 'en-CA', 'fr'],
  ['es', 'en-CA', 'es'],
  ['fr', 'fr-CA', null],
  ['fr-FR', 'fr-CA', null],
  [undefined, 'fr-CA', null],
  [null, 'en-CA', null],
] as const)('a text in %s on a page in %s says %s', (lang, locale, said) => {
  expect(foreignLanguage(lang, locale)).toBe(said);
});
