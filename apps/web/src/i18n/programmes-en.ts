import type { glossaryFr, programmeFr, roundsFr } from './programmes-fr.ts';

export const programmeEn = {
  status: { open: 'Open', suspended: 'Suspended', closed: 'Closed', proposed: 'Announced' },
  since: (date: string) => `since ${date}`,
  authority: (authority: string) => `Authority: ${authority}`,
  verified: (date: string) => `Status verified on ${date}`,
  source: 'Source:',
  closed: (name: string) => `This program is closed: ${name}.`,
  closedSince: (name: string, date: string) => `This program has been closed since ${date}: ${name}.`,
  suspended: (name: string) => `This program is suspended: ${name}.`,
  suspendedSince: (name: string, date: string) => `This program has been suspended since ${date}: ${name}.`,
  bannerText: 'The article may describe rules that no longer hold; check the current status at its source.',
  begin: 'A question about this program?',
  title: 'Programs',
  description:
    'Where the immigration programs of Québec and Canada stand: their status, the day we verified it, and the source.',
  jurisdictions: { QC: 'Québec', CA: 'Canada' },
  jurisdictionTitles: { QC: 'Québec programs', CA: 'Federal programs' },
  empty: 'No program is described here for the moment.',
  current: 'Current status',
  history: 'What has changed',
  historySince: (date: string) => `From ${date}`,
  related: 'Our articles about this program',
  list: 'All programs',
} satisfies typeof programmeFr;

export const roundsEn = {
  title: 'Invitation rounds',
  titleOf: (programme: string) => `${programme}: invitation rounds`,
  description: (programme: string) =>
    `Date, number of invitations and lowest score of the rounds of the program ${programme}, each with its source.`,
  latest: 'Latest invitation rounds',
  all: 'All rounds, as a table and a chart',
  back: 'The page of the program',
  caption: (programme: string) => `Invitation rounds, from the latest to the earliest: ${programme}`,
  table: 'As a table',
  date: 'Date',
  stream: 'Stream or category',
  everyStream: 'All streams',
  number: (number: string) => `Round No. ${number}`,
  invitations: 'Invitations',
  lowestScore: 'Lowest score',
  unknown: 'Not published',
  source: 'Source',
  chart: 'Invitations by day of round',
  chartNote: (days: number) =>
    `The latest ${days} days we noted. The streams of one day are added up; the same numbers are in the table.`,
  chartLabel: (first: string, last: string) =>
    `Column chart of invitations, from ${first} to ${last}. The numbers are in the table that follows.`,
  notice:
    'We show only the rounds for which we have read a source. The list may be incomplete: the authority’s own prevails. A past round doesn’t predict the next.',
  feedItem: (date: string, invitations: string) => `${date}: ${invitations} invitations`,
  feedScore: (score: string) => `Lowest score: ${score}`,
} satisfies typeof roundsFr;

export const glossaryEn = {
  title: 'Glossary',
  description: 'The words and acronyms of immigration, explained in plain terms, with our sources.',
  letters: 'Go to a letter',
  empty: 'The glossary is still empty.',
  programme: (name: string) => `The page of the program: ${name}`,
  source: 'Source:',
  sources: 'Sources:',
} satisfies typeof glossaryFr;
