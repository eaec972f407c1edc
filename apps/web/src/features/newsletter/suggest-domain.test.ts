import fc from 'fast-check';
import { expect, test } from 'vitest';
import { suggestAddress } from './suggest-domain.ts';

test.each([
  ['visiteur@gmial.com', 'visiteur@gmail.com'],
  ['visiteur@gmail.con', 'visiteur@gmail.com'],
  ['visiteur+infolettre@hotmial.com', 'visiteur+infolettre@hotmail.com'],
  ['visiteur@videotrn.ca', 'visiteur@videotron.ca'],
  ['visiteur@yaho.ca', 'visiteur@yahoo.ca'],
])('%s was probably %s', (written, meant) => {
  expect(suggestAddress(written)).toBe(meant);
});

test.each([
  'visiteur@gmail.com',
  'visiteur@GMAIL.com',
  'visiteur@exemple.example',
  'visiteur@xn--t-9fab.example',
  'visiteur@gmx.com',
  'visiteur@live.fr',
  'visiteur@quebec.ca',
  'visiteur',
])('%s is left alone', (written) => {
  expect(suggestAddress(written)).toBeNull();
});

test('what is suggested is never doubted again', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z.]{1,14}$/), (domain) => {
      const meant = suggestAddress(`v@${domain}`);
      if (meant !== null) expect(suggestAddress(meant)).toBeNull();
    }),
  );
});
