import { describe, expect, it } from 'vitest';
import { consultant, organization } from '../../tests/support/entries.ts';
import { publishedWith } from '../testing/published-with.ts';

const takes = [
  organization('fr-CA', { takesQuebecMandates: true }),
  organization('en-CA', { takesQuebecMandates: true }),
];
const recognition = (state: 'valid' | 'expired') => ({ number: '1', expiresOn: '2028-03-14', state });

describe('the practice offers Québec’s programmes', () => {
  it.each([
    ['while one recognition is valid', ['valid', 'expired'], true],
    ['not once all have expired', ['expired', 'expired'], false],
  ] as const)('%s', (_, states, offers) => {
    const consultants = states.map((state, index) =>
      consultant(`c${index}`, { recognition: recognition(state) }),
    );
    const published = publishedWith([...takes, ...consultants]);
    expect(published.offersQuebec('fr-CA')).toBe(offers);
    expect(published.offersQuebec('en-CA')).toBe(offers);
  });

  it('not unless it says so', () => {
    expect(publishedWith([consultant('a')]).offersQuebec('fr-CA')).toBe(false);
  });
});

describe('the site', () => {
  it.each([
    ['no consultant', []],
    ['none with a recognition', [consultant('a', { recognition: null })]],
  ])('is refused when the organization takes Québec mandates and there is %s', (_, consultants) => {
    const published = publishedWith([...takes, ...consultants]);
    expect(() => published.organization('fr-CA')).toThrow('fill one in first');
  });
});

describe('the consultants', () => {
  it('are shown in the editors’ order, in French where they are not written in the locale', () => {
    const published = publishedWith([
      consultant('b', { position: 2 }),
      consultant('a', { position: 3 }),
      consultant('c', { position: 1 }),
      consultant('a', { position: 3, locale: 'en-CA', name: 'Consultant a' }),
    ]);
    expect(published.consultants('en-CA').map(({ name }) => name)).toEqual([
      'Consultante c',
      'Consultante b',
      'Consultant a',
    ]);
  });
});
