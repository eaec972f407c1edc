import { slugSchema } from '@passerelle/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { siteKind } from './kinds.ts';
import { freeSlug, slugRefusal, suggestSlug } from './slugs.ts';

describe('a suggested slug', () => {
  it.each([
    ['L’œuvre d’été à Montréal', 'l-oeuvre-d-ete-a-montreal'],
    ['Étudiants : 24 heures par semaine', 'etudiants-24-heures-par-semaine'],
    ['« Ça marche ! »', 'ca-marche'],
    ['   ', ''],
  ])('of %s is %s', (title, slug) => {
    expect(suggestSlug(title)).toBe(slug);
  });

  it('is always well-formed, or empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
        const slug = suggestSlug(title);
        expect(slug === '' || slugSchema.safeParse(slug).success).toBe(true);
        expect(slug.length).toBeLessThanOrEqual(80);
      }),
    );
  });

  it('is cut at a word', () => {
    expect(suggestSlug('mot '.repeat(40))).toMatch(/^mot(-mot)+$/);
  });
});

it('takes the first number that is free', () => {
  const taken = new Set(['caq', 'caq-2']);
  expect(freeSlug('caq', (slug) => taken.has(slug))).toBe('caq-3');
  expect(freeSlug('csq', (slug) => taken.has(slug))).toBe('csq');
});

describe('a slug is refused', () => {
  it('when it is malformed', () => {
    expect(slugRefusal(siteKind('article'), 'fr-CA', 'Été')).toBe('slug-malformed');
    expect(slugRefusal(siteKind('tag'), 'fr-CA', 'a--b')).toBe('slug-malformed');
  });

  it('where the site keeps something of its own', () => {
    expect(slugRefusal(siteKind('page'), 'fr-CA', 'nouvelles')).toBe('slug-reserved');
    expect(slugRefusal(siteKind('article'), 'fr-CA', '2')).toBe('slug-reserved');
    expect(slugRefusal(siteKind('tag'), 'fr-CA', 'nouvelles')).toBeNull();
  });
});
