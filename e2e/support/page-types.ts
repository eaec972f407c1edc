import { expect, type Page } from '@playwright/test';
import * as inquiry from './inquiry-pages.ts';
import { LETTER } from './newsletter.ts';
import * as letters from './newsletter-pages.ts';
import { told } from './newsroom.ts';

/** A kind of page that visitors meet, with an example of it in the demo content. */
export interface PageType {
  /** Unique; names its screenshots. */
  name: string;
  path: string;
  /** Whether the page has a poll that takes votes, and with it a script. */
  voting?: boolean;
  /** Whether it is searched on, and has a script for that. */
  searching?: boolean;
  /** Made when it is asked for: no file of a release. */
  onDemand?: boolean;
  /** How the page answers when it is no 200. */
  status?: number;
  /** What a visitor does at `path` to come to the page. */
  reach?: (page: Page) => Promise<void>;
}

const OPEN_POLL = '/sondages/quebec-ou-federal/';
const [LETTER_FR, LETTER_EN] = [LETTER['fr-CA'].subscribe, LETTER['en-CA'].subscribe];

/** One of every kind. A new kind of page is added here, and everything that looks at all pages looks at it. */
export const PAGE_TYPES: readonly PageType[] = [
  { name: 'home', path: '/', voting: true },
  { name: 'home-en', path: '/en/', voting: true },
  { name: 'list', path: '/nouvelles/' },
  { name: 'list-en', path: '/en/news/' },
  { name: 'list-page', path: '/nouvelles/page/1/' },
  { name: 'category', path: '/nouvelles/categorie/etudes/' },
  { name: 'category-en', path: '/en/news/category/studies/' },
  { name: 'article', path: '/nouvelles/eimt-employeurs/' },
  { name: 'article-poll', path: '/nouvelles/regionalisation-plan/', voting: true },
  { name: 'article-reopened-programme', path: '/nouvelles/peq-fin-parcours/' },
  { name: 'article-corrected', path: '/nouvelles/regroupement-familial-quebec/' },
  { name: 'article-quote', path: '/nouvelles/logement-premiers-mois/' },
  { name: 'article-embed', path: '/nouvelles/eviter-fraude-consultants/' },
  { name: 'article-en', path: '/en/news/regional-immigration-plan/', voting: true },
  { name: 'programmes', path: '/programmes/' },
  { name: 'programmes-en', path: '/en/programs/' },
  { name: 'programme', path: '/programmes/peq/' },
  { name: 'programme-en', path: '/en/programs/pstq/' },
  { name: 'rounds', path: '/programmes/pstq/rondes/' },
  { name: 'rounds-en', path: '/en/programs/pstq/rounds/' },
  { name: 'glossary', path: '/glossaire/' },
  { name: 'glossary-en', path: '/en/glossary/' },
  { name: 'search', path: '/recherche/?q=regroupement+familial', onDemand: true, searching: true },
  { name: 'search-none', path: '/recherche/?q=xyzzy', onDemand: true, searching: true },
  { name: 'search-en', path: '/en/search/?q=family', onDemand: true, searching: true },
  { name: 'static-page', path: '/confidentialite/' },
  { name: 'static-page-en', path: '/en/privacy/' },
  { name: 'about', path: '/a-propos/' },
  { name: 'about-en', path: '/en/about/' },
  { name: 'contact', path: '/contact/' },
  { name: 'contact-en', path: '/en/contact/' },
  { name: 'polls', path: '/sondages/' },
  { name: 'polls-en', path: '/en/polls/' },
  { name: 'poll-open', path: OPEN_POLL, voting: true },
  { name: 'poll-open-en', path: '/en/polls/quebec-or-federal/', voting: true },
  { name: 'poll-closed', path: '/sondages/premiers-mois-difficiles/' },
  { name: 'poll-closed-en', path: '/en/polls/hardest-first-months/' },
  { name: 'poll-results', path: `${OPEN_POLL}resultats/`, onDemand: true },
  { name: 'poll-results-en', path: '/en/polls/quebec-or-federal/results/', onDemand: true },
  { name: 'vote-confirmation', path: OPEN_POLL, reach: chooseWithoutScript },
  { name: 'vote-fault', path: OPEN_POLL, voting: true, reach: sendWithoutScript },
  { name: 'letter', path: LETTER_FR, onDemand: true },
  { name: 'letter-en', path: LETTER_EN, onDemand: true },
  { name: 'letter-fault', path: LETTER_FR, reach: letters.sendWithoutConsent },
  { name: 'letter-sent', path: LETTER_FR, reach: letters.askForLetter },
  { name: 'letter-confirmed', path: LETTER_FR, reach: letters.confirmLetter },
  { name: 'letter-preferences', path: LETTER_FR, reach: letters.openPreferences },
  { name: 'letter-preferences-en', path: LETTER_EN, reach: letters.openPreferencesInEnglish },
  { name: 'letter-end', path: LETTER_FR, reach: letters.openEnd },
  { name: 'letter-ended', path: LETTER_FR, reach: letters.endLetter },
  { name: 'letter-archive', path: '/infolettre/archives/' },
  { name: 'letter-archive-en', path: '/en/newsletter/archive/' },
  {
    name: 'letter-unknown',
    path: `${LETTER['fr-CA'].manage}${'u'.repeat(43)}/`,
    onDemand: true,
    status: 404,
  },
  { name: 'inquiry', path: '/demarche/', onDemand: true },
  { name: 'inquiry-en', path: '/en/start/', onDemand: true },
  // Before those that leave a draft in the browser.
  { name: 'inquiry-lost', path: '/demarche/demande/message/', onDemand: true, status: 410 },
  { name: 'inquiry-message', path: '/demarche/', reach: inquiry.toMessage },
  { name: 'inquiry-message-en', path: '/en/start/', reach: inquiry.toMessageInEnglish },
  { name: 'inquiry-fault', path: '/demarche/', reach: inquiry.toContactFault },
  { name: 'inquiry-fault-en', path: '/en/start/', reach: inquiry.toContactFaultInEnglish },
  { name: 'inquiry-consents', path: '/demarche/', reach: inquiry.toConsents },
  { name: 'inquiry-check', path: '/demarche/', reach: inquiry.toCheck },
  { name: 'inquiry-check-en', path: '/en/start/', reach: inquiry.toCheckInEnglish },
  { name: 'inquiry-sent', path: '/demarche/', reach: inquiry.toSent },
  { name: 'inquiry-later', path: '/demarche/', reach: inquiry.toLater },
  { name: 'inquiry-resume', path: '/demarche/', reach: inquiry.toResume },
  { name: 'inquiry-exit', path: '/demarche/', reach: inquiry.toExit },
  { name: 'inquiry-telephone', path: '/demarche/', reach: inquiry.toTelephone },
  { name: 'person-request', path: '/renseignements-personnels/', onDemand: true },
  { name: 'person-request-en', path: '/en/personal-information/', onDemand: true },
  { name: 'not-found', path: '/nouvelles/rien-de-tel/', status: 404 },
  { name: 'not-found-en', path: '/en/news/no-such-thing/', status: 404 },
];

/** Those that a plain GET answers: what is no browser can read them too. */
export const READ_PAGES = PAGE_TYPES.filter(({ reach }) => reach === undefined);

export const addressOf = (path: string): string => new URL(path, told('SITE_URL')).href;

/** Opens a page as a visitor would come to it. */
export async function visit(page: Page, { path, status = 200, reach }: PageType): Promise<void> {
  const answer = await page.goto(addressOf(path));
  if (reach) await reach(page);
  else expect(answer?.status(), path).toBe(status);
}

async function chooseWithoutScript(page: Page): Promise<void> {
  await page.locator('.poll-form [name=choices]').first().check();
  await sendWithoutScript(page);
}

/** Sends the form of a poll as a browser without scripts does. */
async function sendWithoutScript(page: Page): Promise<void> {
  await page.locator('.poll-form').evaluate((form) => {
    if (form instanceof HTMLFormElement) form.submit();
  });
  await page.waitForURL(/\/voter\/$/);
}
