import { type Browser, expect } from '@playwright/test';
import { linkIn, mailTo } from './mailbox.ts';
import { told } from './newsroom.ts';

/** Where persons ask about their information, in French. */
export const PERSON_FORM = '/renseignements-personnels/';

/** Whoever sends sooner is taken for a program. */
const READING_MS = 900;

/** Files a request on the site without a script, and confirms it by the mailed link. @returns its reference. */
export async function fileRequest(browser: Browser, email: string, kind: string): Promise<string> {
  const page = await browser.newPage({ javaScriptEnabled: false, locale: 'fr-CA' });
  await page.goto(new URL(PERSON_FORM, told('SITE_URL')).href);
  await page.locator('label', { hasText: kind }).click();
  await page.getByRole('textbox', { name: 'Votre nom' }).fill('Requérante d’essai');
  await page.getByRole('textbox', { name: 'Votre courriel' }).fill(email);
  await page.waitForTimeout(READING_MS);
  await page.getByRole('button', { name: 'Envoyer la demande' }).click();
  await expect(page.getByRole('heading', { name: 'Regardez vos courriels' })).toBeVisible();
  await page.goto(linkIn(await mailTo(email, 'person-request-confirm'), `${PERSON_FORM}confirmer/`));
  await page.getByRole('button', { name: 'Confirmer ma demande' }).click();
  await expect(page.getByRole('heading', { name: 'Votre demande est confirmée' })).toBeVisible();
  const reference = (await page.getByRole('main').locator('strong').textContent()) ?? '';
  await page.close();
  return reference;
}
