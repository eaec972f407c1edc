import { describe, expect, it } from 'vitest';
import { everythingEdition } from './everything-edition.ts';
import type { NewsItem } from './news.ts';

const item = (article: string, at: number, given: Partial<NewsItem> = {}): NewsItem => ({
  article,
  locale: 'fr-CA',
  category: null,
  programmes: [],
  publicSince: at,
  noticedAt: at,
  appearedAt: at,
  listed: true,
  corrections: [],
  ...given,
});
const span = { since: 100, until: 200 };

describe('the edition for everybody', () => {
  it('has what appeared since the issue before, the newest first, in its language', () => {
    const news = [
      item('old', 90),
      item('first', 110),
      item('second', 150),
      item('later', 250),
      item('english', 150, { locale: 'en-CA' }),
      item('gone', 150, { listed: false }),
    ];
    expect(everythingEdition(news, 'fr-CA', span)).toEqual({ articles: ['second', 'first'], corrected: [] });
    expect(everythingEdition(news, 'en-CA', span)?.articles).toEqual(['english']);
  });

  it('tells of corrections to what an earlier one had, and not of what came back', () => {
    const corrected = item('old', 50, { corrections: [{ key: 'a', noticedAt: 150 }] });
    const back = item('back', 60, { appearedAt: 160 });
    expect(everythingEdition([corrected, back], 'fr-CA', span)).toEqual({ articles: [], corrected: ['old'] });
  });

  it('is none where nothing is new', () => {
    expect(everythingEdition([item('old', 90)], 'fr-CA', span)).toBeNull();
  });
});
