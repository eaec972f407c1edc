import { expect, type Page } from '@playwright/test';
import { INQUIRY } from './inquiry.ts';
import * as inquiry from './inquiry-pages.ts';
import { LETTER } from './newsletter.ts';
import * as letters from './newsletter-pages.ts';
import { told } from './newsroom.ts';
import type { Locale } from './polls.ts';

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

const POLL = { 'fr-CA': '/sondages/quebec-ou-federal/', 'en-CA': '/en/polls/quebec-or-federal/' };
const UNKNOWN = `${'u'.repeat(43)}/`;

type OfBoth = Omit<PageType, 'name' | 'path' | 'reach'> & {
  reach?: (page: Page, locale: Locale) => Promise<void>;
};

/** The same kind of page in French and in English, which is named so. */
function both(name: string, paths: Record<Locale, string>, { reach, ...kind }: OfBoth = {}): PageType[] {
  return (['fr-CA', 'en-CA'] as const).map((locale) => ({
    ...kind,
    name: locale === 'fr-CA' ? name : `${name}-en`,
    path: paths[locale],
    ...(reach ? { reach: (page: Page) => reach(page, locale) } : {}),
  }));
}
const at = (french: string, english: string) => ({ 'fr-CA': french, 'en-CA': english });
const news = (french: string, english: string) => at(`/nouvelles/${french}/`, `/en/news/${english}/`);
const search = (french: string, english: string) => at(`/recherche/?q=${french}`, `/en/search/?q=${english}`);
const letter = (page: 'subscribe' | 'manage', below = '') =>
  at(LETTER['fr-CA'][page] + below, LETTER['en-CA'][page] + below);
const start = at(INQUIRY['fr-CA'].start, INQUIRY['en-CA'].start);

/** One of every kind, in both languages. A new kind of page is added here, and everything that looks at all pages looks at it. */
export const PAGE_TYPES: readonly PageType[] = [
  ...both('home', at('/', '/en/'), { voting: true }),
  ...both('list', at('/nouvelles/', '/en/news/')),
  // English has too few articles for one.
  { name: 'list-page', path: '/nouvelles/page/1/' },
  ...both('category', news('categorie/etudes', 'category/studies')),
  ...both('article', news('eimt-employeurs', 'lmia-employers-quebec')),
  ...both('article-poll', news('regionalisation-plan', 'regional-immigration-plan'), { voting: true }),
  ...both('article-reopened-programme', news('peq-fin-parcours', 'peq-closed-then-reopened')),
  ...both('article-corrected', news('regroupement-familial-quebec', 'quebec-family-sponsorship')),
  { name: 'article-quote', path: '/nouvelles/logement-premiers-mois/' },
  ...both('article-embed', news('eviter-fraude-consultants', 'check-your-consultant')),
  ...both('programmes', at('/programmes/', '/en/programs/')),
  ...both('programme', at('/programmes/peq/', '/en/programs/pstq/')),
  ...both('rounds', at('/programmes/pstq/rondes/', '/en/programs/pstq/rounds/')),
  ...both('glossary', at('/glossaire/', '/en/glossary/')),
  ...both('search', search('regroupement+familial', 'family'), { onDemand: true, searching: true }),
  ...both('search-none', search('xyzzy', 'xyzzy'), { onDemand: true, searching: true }),
  ...both('static-page', at('/confidentialite/', '/en/privacy/')),
  ...both('about', at('/a-propos/', '/en/about/')),
  ...both('contact', at('/contact/', '/en/contact/')),
  ...both('polls', at('/sondages/', '/en/polls/')),
  ...both('poll-open', POLL, { voting: true }),
  ...both('poll-closed', at('/sondages/premiers-mois-difficiles/', '/en/polls/hardest-first-months/')),
  ...both('poll-results', at(`${POLL['fr-CA']}resultats/`, `${POLL['en-CA']}results/`), { onDemand: true }),
  ...both('vote-confirmation', POLL, { reach: chooseWithoutScript }),
  ...both('vote-fault', POLL, { voting: true, reach: sendWithoutScript }),
  ...both('letter', letter('subscribe'), { onDemand: true }),
  ...both('letter-fault', letter('subscribe'), { reach: letters.sendWithoutConsent }),
  ...both('letter-sent', letter('subscribe'), { reach: letters.askForLetter }),
  ...both('letter-confirmed', letter('subscribe'), { reach: letters.confirmLetter }),
  ...both('letter-preferences', letter('subscribe'), { reach: letters.openPreferences }),
  ...both('letter-end', letter('subscribe'), { reach: letters.openEnd }),
  ...both('letter-ended', letter('subscribe'), { reach: letters.endLetter }),
  ...both('letter-archive', at('/infolettre/archives/', '/en/newsletter/archive/')),
  ...both('letter-unknown', letter('manage', UNKNOWN), { onDemand: true, status: 404 }),
  ...both('inquiry', start, { onDemand: true }),
  // Before those that leave a draft in the browser.
  ...both('inquiry-lost', at('/demarche/demande/message/', '/en/start/request/message/'), {
    onDemand: true,
    status: 410,
  }),
  ...both('inquiry-message', start, { reach: inquiry.toMessage }),
  ...both('inquiry-fault', start, { reach: inquiry.toContactFault }),
  ...both('inquiry-consents', start, { reach: inquiry.toConsents }),
  ...both('inquiry-check', start, { reach: inquiry.toCheck }),
  ...both('inquiry-sent', start, { reach: inquiry.toSent }),
  ...both('inquiry-later', start, { reach: inquiry.toLater }),
  ...both('inquiry-resume', start, { reach: inquiry.toResume }),
  ...both('inquiry-exit', start, { reach: inquiry.toExit }),
  ...both('inquiry-telephone', start, { reach: inquiry.toTelephone }),
  ...both('person-request', at('/renseignements-personnels/', '/en/personal-information/'), {
    onDemand: true,
  }),
  ...both('not-found', news('rien-de-tel', 'no-such-thing'), { status: 404 }),
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
  await page.waitForURL(/\/(?:voter|vote)\/$/);
}
