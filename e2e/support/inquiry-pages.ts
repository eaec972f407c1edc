import { type BrowserContext, expect, type Page } from '@playwright/test';
import {
  askForLink,
  fillForm,
  freshAsker,
  goOn,
  INQUIRY,
  send,
  stepUrl,
  throughGuide,
  toGuidePage,
} from './inquiry.ts';
import { linkIn, mailTo } from './mailbox.ts';
import { freshAddress, type Locale } from './polls.ts';

/** Ways to those pages of the inquiry that are there only for who has answered. */

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/** Of this worker; to look at a draft's pages changes nothing for it. */
const drafts = new Map<string, Cookies>();

/** As a browser that has never been here, from an address of its own. */
async function afresh(page: Page): Promise<void> {
  await page.context().clearCookies();
  await page.setExtraHTTPHeaders({ 'x-forwarded-for': freshAddress() });
}

/** Has the visitor's browser keep a draft that was made so, once. */
async function withDraft(page: Page, name: string, make: () => Promise<unknown>): Promise<void> {
  await afresh(page);
  const kept = drafts.get(name);
  if (kept) return await page.context().addCookies(kept);
  await make();
  drafts.set(name, await page.context().cookies());
}

async function filledIn(page: Page, locale: Locale): Promise<void> {
  await throughGuide(page, locale);
  await fillForm(page, locale, freshAsker());
}

export async function toContactFault(page: Page, locale: Locale): Promise<void> {
  await withDraft(page, `fault ${locale}`, async () => {
    await throughGuide(page, locale);
    await page.goto(stepUrl(locale, 'contact'));
    await goOn(page);
  });
  await page.goto(`${stepUrl(locale, 'contact')}?etat=erreur`);
  await expect(page.getByRole('alert')).toBeVisible();
}

const toStep = (step: Parameters<typeof stepUrl>[1]) => async (page: Page, locale: Locale) => {
  await withDraft(page, `filled in ${locale}`, () => filledIn(page, locale));
  await page.goto(stepUrl(locale, step));
};
export const toMessage = toStep('message');
export const toConsents = toStep('consents');
export const toCheck = toStep('check');
export const toLater = toStep('later');

export async function toSent(page: Page, locale: Locale): Promise<void> {
  await withDraft(page, `sent ${locale}`, async () => {
    await filledIn(page, locale);
    await send(page, locale);
  });
  await page.goto(stepUrl(locale, 'sent'));
}

/** Of this worker, by language; to open one changes nothing. */
const links = new Map<Locale, string>();

export async function toResume(page: Page, locale: Locale): Promise<void> {
  await afresh(page);
  await page.goto(links.get(locale) ?? (await mailedLink(page, locale)));
}

async function mailedLink(page: Page, locale: Locale): Promise<string> {
  const { email } = freshAsker();
  await throughGuide(page, locale);
  await askForLink(page, locale, email);
  const link = linkIn(await mailTo(email, 'inquiry-continue'), INQUIRY[locale].resume);
  links.set(locale, link);
  return link;
}

const toGuide = (options: readonly string[]) => async (page: Page, locale: Locale) => {
  await afresh(page);
  await toGuidePage(page, locale, options);
};
export const toExit = toGuide(['quebec', 'asile']);
export const toTelephone = toGuide(['quebec', 'refus-ou-urgence', 'renvoi']);
