import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { axeComplaintsWithin } from '../support/access-rules.ts';
import { signIn } from '../support/admin.ts';
import { told } from '../support/newsroom.ts';
import { type Account, makeStaff, sendRequest } from '../support/requests.ts';

const DIALOG = '[role=dialog]';
const desk = (path = '') => `${told('CMS_URL')}/admin/plugins/desk${path}`;
const mark = () => randomBytes(3).toString('hex');

async function enter(page: Page, account: Account): Promise<void> {
  await signIn(page, account);
  await page.getByRole('link', { name: 'Demandes' }).first().click();
  await expect(page.getByRole('heading', { name: 'Demandes', level: 1 })).toBeVisible();
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('a request is assigned and answered; advice waits for a licensee; an editor sees none of it', async ({
  browser,
  page,
}) => {
  test.setTimeout(180_000);
  const visitor = `Visiteur ${mark()}`;
  const agentName = `Accueil ${mark()}`;
  const reference = await sendRequest(visitor, 'Puis-je étudier <b>à temps partiel</b>\u00a0?');
  const agent = await makeStaff('passerelle-intake-agent', agentName);
  const licensee = await makeStaff('passerelle-licensee', `Permis ${mark()}`);
  const editor = await makeStaff('strapi-editor', `Rédaction ${mark()}`);

  await enter(page, agent);
  await expect(page.getByRole('link', { name: reference })).toBeVisible();
  expect(await axeComplaintsWithin(page)).toEqual([]);

  await page.keyboard.press('/');
  await page.keyboard.type(reference.toLowerCase());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row')).toHaveCount(2);
  expect(page.url()).not.toContain(reference.toLowerCase());
  await page.getByRole('heading', { name: 'Demandes', level: 1 }).click();
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: reference })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: `${reference} – Nouvelle` })).toBeVisible();
  await expect(page.getByText('<b>à temps partiel</b>')).toBeVisible();
  expect(await axeComplaintsWithin(page)).toEqual([]);

  // A colleague has the same request open, as it stood before.
  const colleague = await (await browser.newContext({ locale: 'fr-CA' })).newPage();
  await signIn(colleague, licensee);
  await colleague.goto(page.url());
  await expect(colleague.getByRole('heading', { name: `${reference} – Nouvelle` })).toBeVisible();

  await choose(page, 'Attribuée à', agentName);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('heading', { name: `${reference} – Attribuée` })).toBeVisible();
  await choose(page, 'Nature de la réponse', 'Conseil');
  await page.getByRole('textbox', { name: /^Réponse/ }).fill('Oui, à certaines conditions.');
  await page.getByRole('button', { name: 'Soumettre à l’approbation' }).click();
  await expect(page.getByRole('article')).toContainText('attend une approbation');
  await expect(page.getByRole('button', { name: 'Approuver et envoyer' })).toBeHidden();

  // What the colleague does now is about something that isn't so any more; what was typed stays.
  await colleague.getByLabel('Étiquettes').fill('études');
  await colleague.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(colleague.getByRole('heading', { name: 'Cette demande a changé entre-temps' })).toBeVisible();
  await expect(colleague.getByRole('main')).toContainText(agentName);
  await colleague.getByRole('button', { name: 'Reprendre la version actuelle' }).click();
  await expect(colleague.getByLabel('Étiquettes')).toHaveValue('études');
  await colleague.getByRole('button', { name: 'Enregistrer' }).click();
  // Approved before that is answered, it would be about something older again.
  await expect(colleague.getByText('Enregistré.').first()).toBeVisible();
  await colleague.getByRole('button', { name: 'Approuver et envoyer' }).click();
  await expect(colleague.getByRole('article')).toContainText('envoyée');

  const newsroom = await (await browser.newContext({ locale: 'fr-CA' })).newPage();
  await signIn(newsroom, editor);
  await expect(newsroom.getByRole('link', { name: 'Demandes' })).toHaveCount(0);
  await newsroom.goto(desk());
  await expect(newsroom.getByRole('heading', { name: 'Demandes', level: 1 })).toHaveCount(0);
});

test('an answer from a template is seen before it goes, with its invitation for files; a view is kept', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const visitor = `Visiteur ${mark()}`;
  const reference = await sendRequest(visitor, 'Quels documents faut-il\u202f?');
  await enter(page, await makeStaff('passerelle-intake-agent', `Accueil ${mark()}`));

  await choose(page, 'Priorité', 'Normale');
  await page.getByRole('button', { name: 'Enregistrer cette vue' }).click();
  await page.getByRole('dialog').getByLabel('Nom de la vue').fill('Ordinaires');
  expect(await axeComplaintsWithin(page, DIALOG)).toEqual([]);
  await page.keyboard.press('Enter');
  const view = page.getByRole('group', { name: 'Mes vues' }).getByRole('button', { name: 'Ordinaires' });
  await expect(view).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Ouvrir par défaut' }).click();
  await expect(view).toHaveText('Ordinaires (par défaut)');
  expect(await axeComplaintsWithin(page)).toEqual([]);
  await page.goto(desk());
  await expect(view).toHaveAttribute('aria-pressed', 'true');
  await expect(page).toHaveURL(/priority=normal/);

  await page.getByRole('link', { name: reference }).click();
  await expect(page.getByText('Que voulez-vous faire au Québec')).toBeVisible();
  await choose(page, 'Modèle de réponse', 'Conseil sur un programme');
  await expect(page.getByText('{{programme}}, {{prochaine-etape}}')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Nature de la réponse' })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Soumettre à l’approbation' })).toBeDisabled();
  await choose(page, 'Modèle de réponse', 'Aucun');
  await expect(page.getByRole('combobox', { name: 'Nature de la réponse' })).toBeDisabled();
  await choose(page, 'Modèle de réponse', 'Demander des documents');
  await expect(page.getByRole('textbox', { name: /^Réponse/ })).toHaveValue(
    new RegExp(`^Bonjour ${visitor},\\n\\n.*${reference}`),
  );
  await expect(page.getByRole('checkbox', { name: /Inviter à envoyer des fichiers/ })).toBeChecked();
  await page.getByRole('button', { name: 'Aperçu du courriel' }).click();
  const mail = page.getByRole('dialog').frameLocator('iframe');
  await expect(mail.getByText(`Bonjour ${visitor},`)).toBeVisible();
  await expect(mail.getByRole('link', { name: 'Envoyer mes documents' })).toBeVisible();
  expect(await axeComplaintsWithin(page, DIALOG)).toEqual([]);
  const html = await page.getByRole('dialog').locator('iframe').getAttribute('srcdoc');
  const alone = await page.context().newPage();
  await alone.setContent(html ?? '');
  expect(await axeComplaintsWithin(alone, 'html')).toEqual([]);
  await alone.close();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Envoyer la réponse' }).click();
  await expect(page.getByRole('article')).toContainText('envoyée');

  const files = page.getByRole('region', { name: 'Fichiers' });
  await expect(files).toContainText('Reçus\u00a0: 0 sur 5.');
  await files.getByRole('button', { name: 'Demander des fichiers' }).click();
  await expect(files.getByText('Le lien ne vaut plus')).toHaveCount(1);
  await files.getByRole('button', { name: 'Retirer l’invitation' }).click();
  await expect(files.getByText('Le lien ne vaut plus')).toHaveCount(2);
  await expect(page.getByRole('region', { name: 'Historique' })).toContainText(
    'Invitation à envoyer des fichiers retirée',
  );
  expect(await axeComplaintsWithin(page)).toEqual([]);
});

test('an end needs its reason, by the columns too, at the width of a telephone', async ({ page }) => {
  test.setTimeout(120_000);
  const reference = await sendRequest(`Visiteur ${mark()}`, 'Une question.');
  const agent = await makeStaff('passerelle-intake-agent', `Accueil ${mark()}`);
  await enter(page, agent);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(desk('?display=board'));
  await page.getByRole('button', { name: `Déplacer ${reference}` }).click();
  await choose(page, 'Nouvel état', 'Refusée');
  await page.getByRole('button', { name: 'Changer', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('Indiquez un motif');
  await page.getByLabel('Motif').fill('Hors de nos services');
  await page.getByRole('button', { name: 'Changer', exact: true }).click();
  await expect(page.getByRole('link', { name: reference })).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('an export asks for its reason and has no message; the times to answer are there to read', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const secret = `Message ${mark()}`;
  const reference = await sendRequest(`=Visiteur ${mark()}`, secret);
  await enter(page, await makeStaff('passerelle-privacy-officer', `Protection ${mark()}`));
  await page.getByRole('searchbox', { name: 'Chercher une demande' }).fill(reference);
  await page.getByRole('button', { name: 'Chercher', exact: true }).click();
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('button', { name: 'Exporter' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Exporter' }).click();
  await expect(dialog).toContainText('Indiquez un motif');
  await dialog.getByLabel('Motif').fill('Demande d’accès');
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Exporter' }).click();
  const rows = readFileSync(await (await downloading).path(), 'utf8');
  expect(rows).toContain(reference);
  expect(rows).not.toContain(secret);
  expect(rows).not.toMatch(/(?:^|,)"?=/m);

  await page.getByRole('link', { name: 'Délais de réponse' }).click();
  await expect(page.getByRole('heading', { name: 'Par semaine' })).toBeVisible();
  await expect(page.getByRole('grid').first()).toContainText('Toutes');
  expect(await axeComplaintsWithin(page)).toEqual([]);
});
