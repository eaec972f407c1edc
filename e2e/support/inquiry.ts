import { randomBytes } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { type Locale, siteUrl } from './polls.ts';

/** The inquiry as its visitors meet it: where its pages are, and what they read there. */
export const INQUIRY = {
  'fr-CA': {
    ...{ start: '/demarche/', form: '/demarche/demande/', resume: '/demarche/reprendre/' },
    ...{ message: 'message/', contact: 'coordonnees/', deadline: 'date-limite/', consents: 'accords/' },
    ...{ check: 'verification/', sent: 'envoyee/', later: 'plus-tard/' },
    ...{ error: 'Erreur', isSent: 'Votre demande est envoyée', isMailed: 'Le lien est en route' },
    ...{
      lost: 'Nous ne retrouvons pas vos réponses',
      keep: 'Continuer plus tard',
      open: 'Ouvrir mes réponses',
    },
  },
  'en-CA': {
    ...{ start: '/en/start/', form: '/en/start/request/', resume: '/en/start/resume/' },
    ...{ message: 'message/', contact: 'contact/', deadline: 'deadline/', consents: 'consents/' },
    ...{ check: 'review/', sent: 'sent/', later: 'later/' },
    ...{ error: 'Error', isSent: 'Your request has been sent', isMailed: 'The link is on its way' },
    ...{ lost: 'We can’t find your answers', keep: 'Continue later', open: 'Open my answers' },
  },
} as const satisfies Record<Locale, object>;

type Step = 'message' | 'contact' | 'deadline' | 'consents' | 'check' | 'sent' | 'later';

export const stepUrl = (locale: Locale, step: Step): string =>
  siteUrl(`${INQUIRY[locale].form}${INQUIRY[locale][step]}`);

/** Somebody who asks, like nobody else: what they write can be looked for. */
export interface Asker {
  name: string;
  email: string;
  telephone: string;
  message: string;
}

export function freshAsker(): Asker {
  // No digits, which might look like a number that is masked.
  const mark = [...randomBytes(12)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('');
  return {
    name: `Visiteuse Fictive ${mark}`,
    email: `visiteuse-${mark}@exemple.example`,
    telephone: '+1 514 555-0142',
    message: `Puis-je étudier à temps partiel\u00a0? Ma situation ${mark}.`,
  };
}

/** A form that was sent at once would be refused as too fast. */
const READING_MS = 900;

/** Sends the form of the page as it is. */
export async function goOn(page: Page): Promise<void> {
  await page.locator('main form button.button').click();
}

/** Ticks a box or chooses an answer, as people do: by its words. */
export async function tick(page: Page, selector: string): Promise<void> {
  const control = page.locator(`main ${selector}`);
  await page.locator(`main label[for="${await control.getAttribute('id')}"]`).click();
  await expect(control).toBeChecked();
}

async function answer(page: Page, option: string): Promise<void> {
  await tick(page, `[name=option][value="${option}"]`);
  await goOn(page);
}

/** Answers the guide's questions, from its beginning to the form's first step. */
export async function throughGuide(page: Page, locale: Locale): Promise<void> {
  await page.goto(siteUrl(INQUIRY[locale].start));
  for (const option of ['reste-du-canada', 'etudes', 'je-cherche']) await answer(page, option);
  await expect(page).toHaveURL(stepUrl(locale, 'message'));
}

/** Answers the first questions, up to a page of the guide. */
export async function toGuidePage(page: Page, locale: Locale, options: readonly string[]): Promise<void> {
  await page.goto(siteUrl(INQUIRY[locale].start));
  for (const option of options) await answer(page, option);
  await expect(page.locator(`main input[name=option]`)).toHaveCount(0);
}

export async function fillContact(page: Page, { name, email, telephone }: Asker): Promise<void> {
  const form = page.getByRole('main');
  await form.locator('[name=name]').fill(name);
  await form.locator('[name=email]').fill(email);
  await form.locator('[name=telephone]').fill(telephone);
  await tick(page, '[name=reach][value=email]');
}

/** Fills the form in from its first step on, until its answers are to be checked. */
export async function fillForm(page: Page, locale: Locale, asker: Asker): Promise<void> {
  await page.locator('[name=message]').fill(asker.message);
  await goOn(page);
  await fillContact(page, asker);
  await goOn(page);
  await expect(page).toHaveURL(stepUrl(locale, 'deadline'));
  await goOn(page);
  await tick(page, '[name=inquiry]');
  await goOn(page);
  await expect(page).toHaveURL(stepUrl(locale, 'check'));
}

/** Sends what was checked. @returns the reference */
export async function send(page: Page, locale: Locale): Promise<string> {
  await page.waitForTimeout(READING_MS);
  await goOn(page);
  await expect(page).toHaveURL(stepUrl(locale, 'sent'));
  return (await page.locator('.inquiry-reference').textContent())?.trim() ?? '';
}

/** Has the link to go on later mailed, from any step. */
export async function askForLink(page: Page, locale: Locale, email: string): Promise<void> {
  await page.getByRole('main').getByText(INQUIRY[locale].keep, { exact: true }).click();
  await expect(page).toHaveURL(stepUrl(locale, 'later'));
  await page.locator('main [name=email]').fill(email);
  await page.waitForTimeout(READING_MS);
  await goOn(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(INQUIRY[locale].isMailed);
}
