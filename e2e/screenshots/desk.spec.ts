import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { signIn } from '../support/admin.ts';
import { told } from '../support/newsroom.ts';
import { fileRequest } from '../support/person-requests.ts';
import { picture, WINDOW } from '../support/picture.ts';
import { makeStaff, sendRequest } from '../support/requests.ts';

/** The pictures of docs/desk.md, as they go into docs/images once somebody has looked at them. */

test.use({ viewport: WINDOW });

test('desk: the list, a request and the mail of its answer', async ({ page }) => {
  test.setTimeout(300_000);
  for (const [name, message] of [
    ['Visiteuse A (essai)', 'Je veux étudier à Québec. Par où commencer\u202f?'],
    ['Visiteur B (essai)', 'Mon permis d’études prend fin en mars. Puis-je travailler ensuite\u202f?'],
    ['Visiteuse C (essai)', 'Mon conjoint peut-il me rejoindre\u202f?'],
  ] as const) {
    await sendRequest(name, message);
  }
  await signIn(page, await makeStaff('passerelle-licensee', 'Titulaire (essai)'));
  await page.goto(`${told('CMS_URL')}/admin/plugins/desk?priority=normal`);
  await page.getByRole('button', { name: 'Enregistrer cette vue' }).click();
  await page.getByRole('dialog').getByLabel('Nom de la vue').fill('Cette semaine');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: 'Mes vues' })).toBeVisible();
  // Without the notice of what was saved.
  await page.reload();
  await expect(page.getByRole('row', { name: /Visiteuse A/ })).toBeVisible();
  await picture(page, 'desk-list');
  await page
    .getByRole('row', { name: /Visiteuse A/ })
    .getByRole('link')
    .first()
    .click();
  await page.getByRole('heading', { name: 'Message' }).waitFor();
  await picture(page, 'desk-request');
  await page.getByRole('combobox', { name: 'Modèle de réponse' }).click();
  await page.getByRole('option', { name: 'Demander des documents' }).click();
  await page.getByRole('button', { name: 'Aperçu du courriel' }).click();
  const mail = page.getByRole('dialog').frameLocator('iframe');
  await expect(mail.getByRole('link', { name: 'Envoyer mes documents' })).toBeVisible();
  await picture(page, 'desk-reply');
});

test('desk: a request about personal information', async ({ browser, page }) => {
  test.setTimeout(120_000);
  const email = `personne-${randomUUID()}@exemple.example`;
  const reference = await fileRequest(browser, email, 'Voir ce que vous avez sur moi');
  await signIn(page, await makeStaff('passerelle-privacy-officer', 'Protection (essai)'));
  await page.goto(`${told('CMS_URL')}/admin/plugins/privacy`);
  await page.getByRole('link', { name: reference }).click();
  await page.getByRole('button', { name: 'Voir ce qui est conservé' }).click();
  await page.getByText('Événements du registre des consentements').waitFor();
  await picture(page, 'desk-privacy');
});
