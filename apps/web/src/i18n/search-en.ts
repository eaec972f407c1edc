import type { searchFr } from './search-fr.ts';

/** Text of the search in English. */
export const searchEn = {
  title: 'Search',
  description: 'Search the news, programmes, pages and polls of this site.',
  titleOf: (question: string) => `${question} – Search`,
  label: 'What are you looking for?',
  hint: 'A word, a question or an acronym.',
  submit: 'Search',
  open: 'Search',
  one: (question: string) => `1 result for “${question}”`,
  many: (count: string, question: string) => `${count} results for “${question}”`,
  none: (question: string) => `No results for “${question}”`,
  some: 'No page has all of these words. These have some of them.',
  meant: 'Did you mean',
  meantEnd: '?',
  kinds: { article: 'News', programme: 'Program', page: 'Page', poll: 'Poll', term: 'Definition' },
  read: 'Latest article:',
  pagination: 'Pages of results',
  page: (page: string, pages: string) => `Page\u00a0${page} of ${pages}`,
  previous: 'Previous results',
  next: 'More results',
  tips: 'To find more',
  tipList: [
    'Try a single word, or a simpler one.',
    'An acronym and its full name give the same results; accents don’t count.',
    'The site may not speak of this yet: the news is also sorted by topic.',
  ],
  programmes: 'By programme',
  topics: 'By topic',
  failed: 'The results no longer follow what you type. Press “Search”.',
} satisfies typeof searchFr;
