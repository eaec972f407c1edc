import { expect, test } from '@playwright/test';
import { signIn } from '../support/admin.ts';
import { becomeReader, LETTER } from '../support/newsletter.ts';
import { sendAsEditor, told } from '../support/newsroom.ts';
import { picture, WINDOW } from '../support/picture.ts';

/** The pictures of campaigns in the guide of the newsletter, as they go into docs/images once somebody has looked at them. */

const CAMPAIGNS = '/content-manager/collection-types/api::campaign.campaign';
const SUBJECT = 'Ce qui change cet hiver';

test.use({ viewport: WINDOW });

test('guides: a campaign from its form to the list of issues', async ({ page }) => {
  test.setTimeout(300_000);
  for (const locale of ['fr-CA', 'en-CA'] as const) await becomeReader(page, locale, LETTER[locale].monthly);
  const id = await writeCampaign();
  await signIn(page);
  await page.goto(`${told('CMS_URL')}/admin${CAMPAIGNS}/${id}?plugins[i18n][locale]=fr-CA`);
  await expect(page.getByText(/recevrai(?:t|en)t cet envoi/)).toBeVisible();
  await picture(page, 'campagne');

  await page.getByRole('button', { name: 'Aperçu en français' }).click();
  await expect(page.getByRole('dialog').frameLocator('iframe').getByText('Bonjour,')).toBeVisible();
  await picture(page, 'campagne-apercu');
  await page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).last().click();

  const checks = page.getByRole('region', { name: 'Vérifications' });
  await checks.getByRole('button', { name: 'Vérifier' }).click();
  await expect(checks).toContainText('Tout est prêt.');
  await checks.scrollIntoViewIfNeeded();
  await picture(page, 'campagne-verifier');

  await page.getByRole('button', { name: /^Envoyer$|^Soumettre/ }).click();
  await page.getByRole('dialog').getByRole('radio', { name: 'Dès que possible' }).click();
  await picture(page, 'campagne-envoyer');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Envoyer$|^Soumettre/ })
    .click();
  await page.goto(`${told('CMS_URL')}/admin/newsletter`);
  await expect(page.getByRole('listitem').filter({ hasText: SUBJECT })).toContainText('Terminé', {
    timeout: 30_000,
  });
  await picture(page, 'infolettre-envois');
});

/** A campaign in both languages. @returns its document id */
async function writeCampaign(): Promise<string> {
  const french = {
    subject: SUBJECT,
    preheader: 'Trois dates à retenir',
    intro: 'Bonjour,\n\nVoici l’essentiel de la saison, en trois dates.',
  };
  const made = await sendAsEditor('POST', `${CAMPAIGNS}?locale=fr-CA`, french);
  expect(made.status, await made.clone().text()).toBe(201);
  const { documentId } = (await made.json()).data;
  const english = {
    subject: 'What changes this winter',
    preheader: 'Three dates to remember',
    intro: 'Hello,\n\nHere is what matters this season, in three dates.',
  };
  const translated = await sendAsEditor('PUT', `${CAMPAIGNS}/${documentId}?locale=en-CA`, english);
  expect(translated.status, await translated.clone().text()).toBe(200);
  return documentId;
}
