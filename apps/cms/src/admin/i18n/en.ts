import type { LocalTime } from '../times/local-times.ts';
import { campaignEn } from './campaign/en.ts';
import type { Texts } from './fr.ts';
import { newsletterEn } from './newsletter/en.ts';
import { pollEn } from './poll/en.ts';
import { recognitionsEn } from './recognitions/en.ts';

const at = ({ clock, day }: LocalTime) => (day === null ? `at ${clock}` : `on ${day} at ${clock}`);
const since = ({ clock, day }: LocalTime) => (day === null ? clock : `${day}, ${clock}`);

const CALL = 'tell the person who looks after the site';

export const en: Texts = {
  panel: {
    title: 'Public site',
    loading: 'Reading the status…',
    unreachable: 'The status could not be read. Trying again in a few seconds.',
    seePage: 'See the public page',
    draftChanges: 'The draft has changes that are not published.',
  },
  status: {
    live: (time) => `Live since ${since(time)}`,
    offline: 'Not live',
    neverLive: 'Nothing is published in this language.',
    withdrawn: (time) => `Taken off the site ${at(time)}.`,
    waiting: 'Waiting',
    waitingSince: (time) => `Published ${at(time)}. The next build of the site will take it along.`,
    waitingToLeave: 'Removal waiting',
    waitingToLeaveSince: (time) => `Taken away ${at(time)}. The page stays live until the next build.`,
    late: `This takes longer than usual. If it goes on, ${CALL}.`,
    rolledBack: (time) => `An earlier version of the site was put back online ${at(time)}.`,
    rolledBackHeadline: 'Change not in the version online',
    rolledBackToLeave: 'Removal not in the version online',
    rolledBackNext: 'The next publication, of anything, will put the present content online again.',
    building: 'Being built',
    buildingToLeave: 'Removal being built',
    preparing: (elapsed) => `Reading the content, ${elapsed}`,
    pages: (written, total, elapsed) => `${written} / ${total} pages, ${elapsed}`,
    pagesLabel: 'Pages written',
    failed: (why) => `Failed: ${why}`,
    failedAt: (time) => `The build broke off ${at(time)}. The site still shows what it showed before.`,
    detail: 'Technical detail',
  },
  failures: {
    'cms-unreachable': {
      why: 'the content could not be read',
      what: `The CMS did not answer the publishing service, which tries again by itself. If it goes on, ${CALL}.`,
    },
    'cms-malformed': {
      why: 'the content received is unreadable',
      what: `An answer of the CMS does not have the expected form. It is not your text: ${CALL}, with the detail.`,
    },
    'page-failed': {
      why: 'a page could not be produced',
      what: `The detail names the page. Undo the last change made to that content, or ${CALL}.`,
    },
    'page-missing': {
      why: 'an expected page is missing',
      what: `The check of the site found a page absent or empty: ${CALL}, with the detail.`,
    },
    empty: {
      why: 'the site would be empty',
      what: `No article would stay live. Publish one; if an empty site is meant, ${CALL}.`,
    },
    shrunk: {
      why: 'too many articles would disappear',
      what: `The site would lose more than a fifth of its articles at once. Publish again what was taken away by mistake; if it is meant, ${CALL}, to have it allowed.`,
    },
    'disk-full': {
      why: 'the disk is full',
      what: `There is no room left on the server: ${CALL}. Publishing will go on by itself.`,
    },
    unknown: {
      why: 'an unexpected error',
      what: `The publishing service tries again by itself. If it goes on, ${CALL}, with the detail.`,
    },
  },
  poll: pollEn,
  campaign: campaignEn,
  newsletter: newsletterEn,
  recognitions: recognitionsEn,
  publication: {
    siteLive: (time) => `The site is up to date since ${since(time)}`,
    siteRolledBack: 'An earlier version of the site is online',
    siteWaiting: 'Changes are waiting for the next build',
    seeSite: 'Open the site',
    builds: 'Latest builds of the site',
    noBuild: 'The site has not been built yet.',
    state: 'State',
    when: 'When',
    duration: 'Duration',
    pages: 'Pages',
    written: (written, total) => `${written} / ${total}`,
    builtAt: ({ clock, day }) => (day === null ? clock : `${day}, ${clock}`),
    failedBecause: (why) => `Failed: ${why}`,
    unknown: '–',
    states: {
      queued: 'Waiting',
      building: 'Being built',
      checking: 'Being checked',
      live: 'Live',
      failed: 'Failed',
      'rolled-back': 'Rolled back',
      abandoned: 'Interrupted',
    },
  },
};
