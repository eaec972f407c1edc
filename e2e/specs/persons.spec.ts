import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { axeComplaintsWithin } from '../support/access-rules.ts';
import { signIn } from '../support/admin.ts';
import { linkIn, mailTo } from '../support/mailbox.ts';
import { becomeReader, LETTER } from '../support/newsletter.ts';
import { told } from '../support/newsroom.ts';
import { fileRequest, PERSON_FORM } from '../support/person-requests.ts';
import { makeStaff } from '../support/requests.ts';

test.use({ actionTimeout: 15_000 });

const REGISTER = 'Renseignements personnels';

async function openRequest(page: Page, reference: string): Promise<void> {
  await page.goto(`${told('CMS_URL')}/admin/plugins/privacy`);
  await page.getByRole('link', { name: reference }).click();
  await expect(page.getByRole('heading', { name: new RegExp(`^${reference}`) })).toBeVisible();
}

/** The first bytes of what is downloaded. */
async function downloaded(page: Page, begin: () => Promise<void>): Promise<string> {
  const downloading = page.waitForEvent('download');
  await begin();
  return readFileSync(await (await downloading).path())
    .subarray(0, 4)
    .toString('latin1');
}

test('a person asks, gets what is kept and is erased; the officer alone sees the register', async ({
  browser,
  page,
}) => {
  test.setTimeout(180_000);
  const email = `personne-${randomUUID()}@exemple.example`;
  const access = await fileRequest(browser, email, 'Voir ce que vous avez sur moi');
  expect((await mailTo(email, 'person-request-received')).text).toContain(access);

  await signIn(page, await makeStaff('passerelle-privacy-officer', 'Protection d’essai'));
  await page.getByRole('link', { name: REGISTER }).first().click();
  await expect(page.getByRole('heading', { name: REGISTER, level: 1 })).toBeVisible();
  const row = page.getByRole('row').filter({ hasText: access });
  await expect(row).toContainText('30 jours');
  await expect(row).toContainText('Ouverte');
  expect(await axeComplaintsWithin(page)).toEqual([]);

  await openRequest(page, access);
  await expect(page.getByText('Adresse confirmée par le lien envoyé')).toBeVisible();
  await page.getByRole('button', { name: 'Voir ce qui est conservé' }).click();
  await expect(page.getByText('Événements du registre des consentements')).toBeVisible();
  expect(await axeComplaintsWithin(page)).toEqual([]);
  const zip = page.getByRole('button', { name: 'Tout télécharger (ZIP)' });
  expect(await downloaded(page, () => zip.click())).toBe('PK\u0003\u0004');
  await page.getByRole('textbox', { name: 'Texte' }).fill('Voici ce que nous conservons.');
  await page.getByRole('button', { name: 'Envoyer et fermer' }).click();
  await expect(page.getByText('Réponse envoyée')).toBeVisible();

  const person = await browser.newPage({ javaScriptEnabled: false, locale: 'fr-CA' });
  await person.goto(linkIn(await mailTo(email, 'person-request-answered'), `${PERSON_FORM}recevoir/`));
  const fetching = person.getByRole('button', { name: 'Télécharger le fichier ZIP' });
  expect(await downloaded(person, () => fetching.click())).toBe('PK\u0003\u0004');
  await person.close();

  const another = `efface-${randomUUID()}@exemple.example`;
  const erasure = await fileRequest(browser, another, 'Faire effacer mes renseignements');
  await openRequest(page, erasure);
  await page.getByRole('button', { name: 'Envoyer et fermer' }).click();
  await expect(page.getByText('Nommez la disposition, avec son numéro')).toBeVisible();
  const confirm = page.getByRole('textbox', { name: `écrivez la référence ${erasure}` });
  await confirm.fill('AAA-AAA-A');
  await page.getByRole('button', { name: 'Effacer pour de bon' }).click();
  await expect(page.getByText('Ce n’est pas la référence de cette demande.')).toBeVisible();
  await confirm.fill(erasure);
  await page.getByRole('button', { name: 'Effacer pour de bon' }).click();
  await expect(page.getByText('Cette personne est effacée')).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(another);
  expect((await mailTo(another, 'person-request-erased')).subject).toContain('sont effacés');

  const newsroom = await (await browser.newContext({ locale: 'fr-CA' })).newPage();
  await signIn(newsroom, await makeStaff('strapi-editor', 'Rédaction d’essai'));
  await expect(newsroom.getByRole('link', { name: REGISTER })).toHaveCount(0);
  await newsroom.goto(`${told('CMS_URL')}/admin/plugins/privacy`);
  await expect(newsroom.getByRole('heading', { name: REGISTER, level: 1 })).toHaveCount(0);
});

test('whoever asks to withdraw their consent to the newsletter is unsubscribed by the answer', async ({
  browser,
  page,
}) => {
  test.setTimeout(120_000);
  const person = await browser.newPage({ locale: 'fr-CA' });
  const { email, manage } = await becomeReader(person, 'fr-CA');
  const reference = await fileRequest(browser, email, 'Retirer un consentement');
  await signIn(page, await makeStaff('passerelle-privacy-officer', 'Retrait d’essai'));
  await openRequest(page, reference);
  const newsletter = page.getByRole('checkbox', { name: 'L’infolettre' });
  await expect(newsletter).toBeChecked();
  expect(await axeComplaintsWithin(page)).toEqual([]);
  await newsletter.uncheck();
  await page.getByRole('textbox', { name: 'Texte' }).fill('Vous ne recevrez plus l’infolettre.');
  await page.getByRole('button', { name: 'Envoyer et fermer' }).click();
  await expect(page.getByText('Choisissez le consentement que cette personne retire')).toBeVisible();
  await newsletter.check();
  await page.getByRole('button', { name: 'Envoyer et fermer' }).click();
  await expect(page.getByText('Réponse envoyée')).toBeVisible();
  await person.goto(manage);
  await expect(person.getByRole('main')).toContainText(LETTER['fr-CA'].ended);
  await person.close();
});
