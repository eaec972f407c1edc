import { archiveEn } from './archive-en.ts';
import { consultantsEn } from './consultants-en.ts';
import { filesEn } from './files-en.ts';
import { formsEn } from './forms-en.ts';
import type { Messages } from './fr.ts';
import { inquiryEn } from './inquiry-en.ts';
import { newsletterBoxEn } from './newsletter-box-en.ts';
import { newsletterEn } from './newsletter-en.ts';
import { personRequestEn } from './person-request-en.ts';
import { pollsEn } from './polls-en.ts';
import { glossaryEn, programmeEn, roundsEn } from './programmes-en.ts';
import { searchEn } from './search-en.ts';

export const en = {
  site: {
    skipToContent: 'Skip to content',
    home: 'Home',
    mainNavigation: 'Main navigation',
    breadcrumbs: 'Breadcrumbs',
    titleOf: (page: string, site: string) => `${page} | ${site}`,
    otherLanguage: 'Français',
    otherLanguageList: 'Français (nouvelles)',
    otherLanguagePolls: 'Français (sondages)',
    otherLanguageProgrammes: 'Français (programmes)',
    otherLanguageHome: 'Français (accueil)',
  },

  footer: {
    navigation: 'Footer',
    identity: 'Who we are',
    reach: 'Reach us',
    hours: 'Opening hours',
    information: 'Information',
    neq: (neq: string) => `NEQ (Québec enterprise number): ${neq}`,
    privacyOfficer: 'Protection of personal information',
    socials: 'Elsewhere on the Web',
    privateSite: 'A private site, not a government’s',
  },

  contact: {
    telephone: 'Telephone',
    email: 'E-mail',
  },

  home: {
    description: (site: string, tagline: string) => `${site}: ${tagline}`,
    lead: 'Top story',
    latest: 'Latest news',
    allNews: 'All news',
    programmes: 'Programs at a glance',
    allProgrammes: 'All programs',
    categories: 'By topic',
    categoryEmpty: 'No article yet.',
    begin: 'Start your application',
    beginText:
      'A question about your file, or plans to study, work or settle here? Call or write to us: a person answers during opening hours.',
    federal: 'Reach us',
    federalText:
      'We are not taking on files for Québec’s programs at the moment. For an application to the Government of Canada, a person answers during opening hours.',
    beginOnline: 'Start online',
    beginPhone: (telephone: string) => `Call ${telephone}`,
    beginContact: 'All the ways to reach us',
  },

  news: {
    title: 'News',
    description: 'News of immigration to Québec and Canada, verified and dated.',
    category: 'Topic',
    empty: 'No article is published here yet.',
    archivePage: (title: string, page: number) => `${title}, archive, page\u00a0${page}`,
    archiveLabel: (page: number) => `Archive, page\u00a0${page}`,
    pagination: 'Pages of the list',
    newer: 'Newer articles',
    older: 'Older articles',
    superseded: 'Replaced by a newer article',
    feeds: 'Follow by feed:',
    feedNames: { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' },
    byCategory: 'Topics',
    every: 'All topics',
  },

  article: {
    back: 'Back to the news',
    share: 'Share:',
    shareByMail: 'E-mail',
    published: (date: string) => `Published ${date}`,
    updated: (date: string) => `Updated ${date}`,
    verified: (date: string) => `Information verified on ${date}`,
    effective: (date: string) => `In force from ${date}`,
    by: (authors: string) => `By ${authors}`,
    facts: 'At a glance',
    programmes: 'Programs concerned',
    sources: 'Sources',
    readOn: (date: string) => `read on ${date}`,
    corrections: 'Corrections',
    corrected: (date: string) => `This article was corrected on ${date}.`,
    seeCorrections: 'See the corrections',
    related: 'Read next',
    tags: 'Keywords',
    begin: 'Does this sound like your situation?',
    beginText: 'Every file is different. Tell us about yours before you decide.',
    supersededTitle: 'This article has been replaced.',
    supersededText: 'Read the current version:',
    onlyHere: 'Cet article n’existe qu’en anglais.',
    onlyHereLink: 'Toutes les nouvelles en français',
  },

  programme: programmeEn,
  rounds: roundsEn,
  glossary: glossaryEn,

  blocks: {
    contents: 'On this page',
    callout: { note: 'Note', important: 'Important', deadline: 'Date to remember' },
    credit: (credit: string) => `Credit: ${credit}`,
    tableSource: (source: string) => `Source: ${source}`,
    embedKind: (provider: string) => `Content on ${provider}`,
    embedNotice: (provider: string) => `Nothing is loaded from ${provider} before you follow this link.`,
    poll: {
      single: 'One answer among:',
      multiple: 'One or more answers among:',
      opens: (date: string) => `Voting opens: ${date}`,
    },
  },

  polls: pollsEn,
  consultants: consultantsEn,

  feed: {
    title: (site: string) => `${site}: news`,
    categoryTitle: (site: string, category: string) => `${site}: ${category}`,
    link: (title: string, format: string) => `${title} (${format})`,
    roundsTitle: (site: string, programme: string) => `${site}: invitation rounds, ${programme}`,
  },

  notFound: {
    title: 'Page not found',
    text: 'This address leads to no page. It may have changed, or the article may have been withdrawn.',
    home: 'Go to the home page',
    news: 'See the news',
  },

  forms: formsEn,
  newsletterBox: newsletterBoxEn,
  archive: archiveEn,
  inquiry: inquiryEn,
  search: searchEn,
  newsletter: newsletterEn,
  personRequest: personRequestEn,
  files: filesEn,
} satisfies Messages;
