import { describe, expect, it } from 'vitest';
import { alternates, currentOf, languageSwitch, type PageMeta } from './page-meta.ts';

const article: PageMeta = {
  locale: 'fr-CA',
  title: 'Arrima',
  description: null,
  path: '/nouvelles/arrima/',
  siblings: { 'fr-CA': '/nouvelles/arrima/', 'en-CA': '/en/news/arrima-profile/' },
  elsewhere: 'news',
};
const french: PageMeta = { ...article, siblings: { 'fr-CA': '/nouvelles/arrima/' } };

describe('the language switch', () => {
  it('leads to the same page when it exists', () => {
    expect(languageSwitch(article)).toEqual({
      locale: 'en-CA',
      path: '/en/news/arrima-profile/',
      leadsTo: 'page',
    });
    expect(languageSwitch({ ...article, locale: 'en-CA' }).path).toBe('/nouvelles/arrima/');
  });

  it('leads to the nearest there is, and says so, when it does not', () => {
    expect(languageSwitch(french)).toEqual({ locale: 'en-CA', path: '/en/news/', leadsTo: 'news' });
    expect(languageSwitch({ ...french, elsewhere: 'home' })).toMatchObject({ path: '/en/', leadsTo: 'home' });
  });
});

describe('alternates', () => {
  it('name existing pages only, and French as the default', () => {
    expect(alternates(article)).toEqual([
      { hreflang: 'fr-CA', path: '/nouvelles/arrima/' },
      { hreflang: 'en-CA', path: '/en/news/arrima-profile/' },
      { hreflang: 'x-default', path: '/nouvelles/arrima/' },
    ]);
    expect(alternates(french).map(({ hreflang }) => hreflang)).toEqual(['fr-CA', 'x-default']);
    expect(alternates({ ...french, siblings: {} })).toEqual([]);
  });
});

describe('the current item of the navigation', () => {
  it('is the page itself or the part of the site it is in', () => {
    expect(currentOf('/nouvelles/', '/nouvelles/')).toBe('page');
    expect(currentOf('/nouvelles/', '/nouvelles/arrima/')).toBe('true');
    expect(currentOf('/contact/', '/nouvelles/')).toBeUndefined();
  });

  it('is not the home page for every page', () => {
    expect(currentOf('/', '/nouvelles/')).toBeUndefined();
    expect(currentOf('/en/', '/en/news/')).toBeUndefined();
    expect(currentOf('/', '/')).toBe('page');
  });
});
