import { expect, it } from 'vitest';
import { guessColumns } from './guess-columns.ts';

it('knows columns by their names in French and in English, and leaves the others', () => {
  expect(guessColumns(['Prénom', 'Courriel', 'Langue', 'Date du consentement', 'Preuve'])).toEqual({
    email: 1,
    locale: 2,
    consentDate: 3,
    evidence: 4,
  });
  expect(guessColumns(['Email Address', 'OPTIN_TIME', 'language', 'Topics', 'source', 'Programs'])).toEqual({
    email: 0,
    consentDate: 1,
    locale: 2,
    topics: 3,
    source: 4,
    programmes: 5,
  });
  expect(guessColumns(['a', ''])).toEqual({});
});
