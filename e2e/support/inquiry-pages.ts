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

async function toFault(page: Page, locale: Locale): Promise<void> {
  await withDraft(page, `fault ${locale}`, async () => {
    await throughGuide(page, locale);
    await page.goto(stepUrl(locale, 'contact'));
    await goOn(page);
  });
  await page.goto(`${stepUrl(locale, 'contact')}?etat=erreur`);
  await expect(page.getByRole('alert')).toBeVisible();
}
export const toContactFault = (page: Page) => toFault(page, 'fr-CA');
export const toContactFaultInEnglish = (page: Page) => toFault(page, 'en-CA');

const toStep =
  (step: Parameters<typeof stepUrl>[1], locale: Locale = 'fr-CA') =>
  async (page: Page) => {
    await withDraft(page, `filled in ${locale}`, () => filledIn(page, locale));
    await page.goto(stepUrl(locale, step));
  };
export const toMessage = toStep('message');
export const toMessageInEnglish = toStep('message', 'en-CA');
export const toConsents = toStep('consents');
export const toCheck = toStep('check');
export const toCheckInEnglish = toStep('check', 'en-CA');
export const toLater = toStep('later');

export async function toSent(page: Page): Promise<void> {
  await withDraft(page, 'sent', async () => {
    await filledIn(page, 'fr-CA');
    await send(page, 'fr-CA');
  });
  await page.goto(stepUrl('fr-CA', 'sent'));
}

let link: string | undefined;

export async function toResume(page: Page): Promise<void> {
  await afresh(page);
  if (link === undefined) {
    const { email } = freshAsker();
    await throughGuide(page, 'fr-CA');
    await askForLink(page, 'fr-CA', email);
    link = linkIn(await mailTo(email, 'inquiry-continue'), INQUIRY['fr-CA'].resume);
  }
  await page.goto(link);
}

const toGuide = (options: readonly string[]) => async (page: Page) => {
  await afresh(page);
  await toGuidePage(page, options);
};
export const toExit = toGuide(['quebec', 'asile']);
export const toTelephone = toGuide(['quebec', 'refus-ou-urgence', 'renvoi']);
