import { randomBytes } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { linkIn, mailTo, type ReceivedMail } from './mailbox.ts';
import { type Locale, siteUrl } from './polls.ts';

/** The newsletter as its readers meet it: where its pages are, and what they read there. */
export const LETTER = {
  'fr-CA': {
    ...{ subscribe: '/infolettre/', sent: '/infolettre/merci/', confirm: '/infolettre/confirmer/' },
    ...{ manage: '/infolettre/preferences/', end: '/infolettre/desabonnement/' },
    ...{ send: 'Envoyer', join: 'M’abonner', look: 'Regardez vos courriels', error: 'Erreur' },
    ...{
      boxTitle: 'L’infolettre',
      box: 'Votre courriel',
      consent: 'infolettre par courriel',
      studies: 'Études',
      programme: 'sélection des travailleurs qualifiés',
    },
    ...{ confirmTitle: 'Confirmer', confirmed: 'C’est confirmé', daily: 'Une fois par jour' },
    ...{ instant: 'Dès qu’un article paraît', monthly: 'Une fois par mois' },
    ...{ save: 'Enregistrer', saved: 'Vos préférences sont enregistrées.', mine: 'Mon abonnement' },
    ...{ data: 'Télécharger mes données', ended: 'Cet abonnement a pris fin' },
    ...{ endTitle: 'Se désabonner', endButton: 'Me désabonner', over: 'L’abonnement a pris fin' },
    ...{ erase: 'Tout effacer', word: 'EFFACER', erased: 'Vos données sont effacées.' },
    ...{ gone: 'Nous ne gardons plus rien de cet abonnement', other: 'English (anglais)' },
    ...{ newAddress: 'Nouvelle adresse de courriel', sendLink: 'Envoyer le lien' },
    ...{ underWay: 'Un lien de confirmation est en route vers la nouvelle adresse.' },
  },
  'en-CA': {
    ...{ subscribe: '/en/newsletter/', sent: '/en/newsletter/thanks/', confirm: '/en/newsletter/confirm/' },
    ...{ manage: '/en/newsletter/preferences/', end: '/en/newsletter/unsubscribe/' },
    ...{ send: 'Send', join: 'Subscribe', look: 'Look in your mail', error: 'Error' },
    ...{
      boxTitle: 'The newsletter',
      box: 'Your e-mail',
      consent: 'newsletter by e-mail',
      studies: 'Studies',
      programme: 'Skilled worker selection',
    },
    ...{ confirmTitle: 'Confirm', confirmed: 'It is confirmed', daily: 'Once a day' },
    ...{ instant: 'As soon as an article is out', monthly: 'Once a month' },
    ...{ save: 'Save', saved: 'Your preferences are saved.', mine: 'My subscription' },
    ...{ data: 'Download my data', ended: 'This subscription has ended' },
    ...{ endTitle: 'Unsubscribe', endButton: 'Unsubscribe', over: 'The subscription has ended' },
    ...{ erase: 'Erase everything', word: 'ERASE', erased: 'Your data are erased.' },
    ...{ gone: 'We keep nothing of this subscription', other: 'Français (French)' },
    ...{ newAddress: 'New e-mail address', sendLink: 'Send the link' },
    ...{ underWay: 'A confirmation link is on its way to the new address.' },
  },
} as const;

/** What a form says of its guards: sent sooner, it is taken for a machine's. */
const READING_MS = 900;

/** An address of a visitor nobody has heard of. */
export const freshEmail = (): string => `visiteur+${randomBytes(5).toString('hex')}@exemple.example`;

/** What a mail program sends when its reader ends a subscription (RFC 8058, 3.2): no cookie, no Origin, no page. */
export const oneClick = (link: string): Promise<Response> =>
  fetch(link, {
    method: 'POST',
    body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    redirect: 'manual',
  });

/** Writes an address into the box of a page, and sends it: the next page asks for the rest. */
export async function fillBox(page: Page, path: string, locale: Locale, email: string): Promise<void> {
  const words = LETTER[locale];
  await page.goto(siteUrl(path));
  const box = page.getByRole('region', { name: words.boxTitle });
  await box.getByLabel(words.box).fill(email);
  await box.getByRole('button', { name: words.send }).click();
  await expect(page).toHaveURL(siteUrl(words.subscribe));
}

/** Ticks or chooses something by its words, which are what a finger meets. */
export async function pick(page: Page, label: string): Promise<void> {
  await page.locator('.choice label', { hasText: label }).click();
}

/** Ticks the box of consent, and sends the form of the second step. */
export async function subscribe(page: Page, locale: Locale): Promise<void> {
  const words = LETTER[locale];
  await pick(page, words.consent);
  await page.waitForTimeout(READING_MS);
  await page.getByRole('main').getByRole('button', { name: words.join }).click();
  await expect(page).toHaveURL(siteUrl(words.sent));
}

/** Writes a new address on the newsletter's page. */
export async function beginToSubscribe(page: Page, locale: Locale): Promise<string> {
  const email = freshEmail();
  await page.goto(siteUrl(LETTER[locale].subscribe));
  await page.getByRole('main').getByLabel(LETTER[locale].box).fill(email);
  return email;
}

/** Subscribes a new address from the newsletter's page. @returns the address, and the link that confirms */
async function askToSubscribe(
  page: Page,
  locale: Locale,
  rhythm?: string,
): Promise<{ email: string; confirm: string }> {
  const words = LETTER[locale];
  const email = await beginToSubscribe(page, locale);
  if (rhythm !== undefined) await pick(page, rhythm);
  await subscribe(page, locale);
  return { email, confirm: linkIn(await mailTo(email, 'newsletter-confirm'), words.confirm) };
}

/** A reader's address and links, of a subscription confirmed just now. */
export interface Reader {
  email: string;
  manage: string;
  end: string;
}

/**
 * Makes a reader of a new address.
 *
 * @param rhythm what they choose of how often they are written to, by its words.
 */
export async function becomeReader(page: Page, locale: Locale, rhythm?: string): Promise<Reader> {
  const words = LETTER[locale];
  const { email, confirm } = await askToSubscribe(page, locale, rhythm);
  await page.goto(confirm);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.confirmed);
  return { email, ...readerLinks(await mailTo(email, 'newsletter-welcome'), locale) };
}

/** The two links that every mail to a reader has. */
export const readerLinks = (mail: ReceivedMail, locale: Locale): Pick<Reader, 'manage' | 'end'> => ({
  manage: linkIn(mail, LETTER[locale].manage),
  end: linkIn(mail, LETTER[locale].end),
});
