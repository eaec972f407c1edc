import { expect, it } from 'vitest';
import { safeHref } from '../../ui/href.ts';
import { shareLinks } from './share-links.ts';

const TITLE = 'PEQ\u00a0: « fin » & suite?';
const ADDRESS = 'https://passerelle.example/nouvelles/peq/';

it('the links hand on title and address as they are, whatever is in them', () => {
  const [mail, ...services] = shareLinks(TITLE, ADDRESS).map(({ href }) => new URL(href));
  expect(mail?.protocol).toBe('mailto:');
  expect(Object.fromEntries(mail?.searchParams ?? [])).toEqual({ subject: TITLE, body: ADDRESS });
  expect(services.map((link) => [...link.searchParams.values()])).toEqual([[ADDRESS], [ADDRESS]]);
});

it('the links lead where a link may lead', () => {
  for (const { href } of shareLinks(TITLE, ADDRESS)) expect(safeHref(href)).toBe(href);
});
