import { guideSchema, type Locale } from '@passerelle/contracts';
import { describe, expect, it } from 'vitest';
import { consentText, guide } from '../../tests/support/entries.ts';
import { publishedWith } from '../testing/published-with.ts';

describe('the guide', () => {
  it('is read back as it was published, in the locale it is published in', () => {
    const published = publishedWith([guide('fr-CA')]);
    expect(guideSchema.parse(published.guide('fr-CA'))).toEqual(guide('fr-CA'));
    expect(published.guide('en-CA')).toBeUndefined();
  });

  it('has its first question in the sitemap of the languages it is published in', () => {
    const published = publishedWith([guide('fr-CA')]);
    const pathsIn = (locale: Locale) => published.sitemapPage(locale, 1)?.map(({ path }) => path);
    expect(pathsIn('fr-CA')).toContain('/demarche/');
    expect(pathsIn('en-CA')).not.toContain('/en/start/');
  });
});

describe('the wording of a purpose', () => {
  it('is the one with the highest number, counted and not spelled', () => {
    const published = publishedWith([
      consentText('inquiry', 10),
      consentText('inquiry', 9),
      consentText('newsletter', 11),
    ]);
    expect(published.consentText('fr-CA', 'inquiry')?.version).toBe('inquiry-10');
    expect(published.consentText('fr-CA', 'transfer')).toBeUndefined();
  });

  it('is that of the locale', () => {
    const published = publishedWith([
      consentText('notice', 2),
      consentText('notice', 1),
      consentText('notice', 1, { locale: 'en-CA' }),
    ]);
    expect(published.consentText('en-CA', 'notice')?.version).toBe('notice-1');
  });
});
