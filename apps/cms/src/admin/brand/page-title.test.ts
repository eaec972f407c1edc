import { expect, test } from 'vitest';
import { productTitle } from './page-title.ts';

test.each([
  ['Accueil | Strapi', 'Accueil | Passerelle'],
  ['Article | Strapi', 'Article | Passerelle'],
  ['Strapi Admin', 'Passerelle'],
  ['', 'Passerelle'],
])('%s becomes %s, once', (given, wanted) => {
  expect(productTitle(given)).toBe(wanted);
  expect(productTitle(wanted)).toBe(wanted);
});
