import type { archiveFr } from './archive-fr.ts';

export const archiveEn = {
  title: 'Newsletter archive',
  label: 'Archive',
  description: 'Past issues of the newsletter, as everybody may read them.',
  empty: 'No issue is archived yet.',
  page: (page: number) => `Newsletter archive, page ${page}`,
  pageLabel: (page: number) => `page ${page}`,
  pages: 'Pages of the archive',
  newer: 'Newer issues',
  older: 'Older issues',
  link: 'Read past issues',
  back: 'All past issues',
  subscribe: 'Get the newsletter',
  editions: {
    daily: 'Daily newsletter',
    weekly: 'Weekly newsletter',
    monthly: 'Monthly newsletter',
    campaign: 'Special issue',
  },
  sent: (date: string) => `Sent on ${date}`,
  feed: (site: string) => `${site}: newsletter archive`,
} satisfies typeof archiveFr;
