import { expect, type Page } from '@playwright/test';
import { becomeReader, beginToSubscribe, LETTER, type Reader, subscribe } from './newsletter.ts';
import { freshAddress, type Locale } from './polls.ts';

/** Ways to those pages of the newsletter that are there only once a visitor has done something. */

/** Of this worker, by language; to look at a reader's pages changes nothing for them. */
const readers = new Map<Locale, Reader>();

/** Goes by an address of its own: from one network the guards take but so many. */
async function fromAfar(page: Page): Promise<void> {
  await page.setExtraHTTPHeaders({ 'x-forwarded-for': freshAddress() });
}

async function readerOf(page: Page, locale: Locale): Promise<Reader> {
  await fromAfar(page);
  const reader = readers.get(locale) ?? (await becomeReader(page, locale));
  readers.set(locale, reader);
  return reader;
}

export async function sendWithoutConsent(page: Page, locale: Locale): Promise<void> {
  await fromAfar(page);
  await beginToSubscribe(page, locale);
  await page.getByRole('main').getByRole('button', { name: LETTER[locale].join }).click();
  await expect(page.getByRole('alert')).toBeVisible();
}

export async function askForLetter(page: Page, locale: Locale): Promise<void> {
  await fromAfar(page);
  await beginToSubscribe(page, locale);
  await subscribe(page, locale);
}

export async function confirmLetter(page: Page, locale: Locale): Promise<void> {
  await fromAfar(page);
  await becomeReader(page, locale);
}

export async function openPreferences(page: Page, locale: Locale): Promise<void> {
  await page.goto((await readerOf(page, locale)).manage);
}

export async function openEnd(page: Page, locale: Locale): Promise<void> {
  await page.goto((await readerOf(page, locale)).end);
}

export async function endLetter(page: Page, locale: Locale): Promise<void> {
  await fromAfar(page);
  const { endButton, over } = LETTER[locale];
  await page.goto((await becomeReader(page, locale)).end);
  await page.getByRole('main').getByRole('button', { name: endButton }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(over);
}
