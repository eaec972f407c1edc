import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { axeComplaintsWithin } from '../support/access-rules.ts';
import { signIn } from '../support/admin.ts';
import { feedFaultsOf } from '../support/feeds.ts';
import { expectLive, sendAsEditor, told } from '../support/newsroom.ts';
import { makeStaff } from '../support/requests.ts';

const ISSUES = '/content-manager/collection-types/api::issue.issue';
const mark = () => randomBytes(4).toString('hex');

test('the privacy officer imports readers, sees who isn’t written to, and takes the evidence', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const proven = `prouve-${mark()}@exemple.example`;
  const unproven = `sans-preuve-${mark()}@exemple.example`;
  const officer = await makeStaff('passerelle-privacy-officer', `Responsable ${mark()}`);
  await signIn(page, officer);
  // All of the newsletter that is theirs.
  await page.getByRole('link', { name: 'Infolettre' }).first().click();
  await expect(page.getByRole('heading', { name: 'Lecteurs', level: 1 })).toBeVisible();
  expect(await axeComplaintsWithin(page, 'main')).toEqual([]);

  const table = [
    'Contact;Date du consentement;Source;Preuve',
    `${proven};2024-05-31;Salon;Fiche 12`,
    `${unproven};;;`,
    'pas une adresse;;;',
  ].join('\n');
  await page
    .getByLabel('Fichier CSV')
    .setInputFiles({ name: 'lecteurs.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  await expect(page.getByRole('gridcell', { name: proven })).toBeVisible();
  await page.getByRole('combobox', { name: 'Adresse' }).click();
  await page.getByRole('option', { name: 'Contact', exact: true }).click();
  expect(await axeComplaintsWithin(page, 'main')).toEqual([]);
  await page.getByRole('button', { name: 'Essayer sans rien écrire' }).click();
  await expect(page.getByText('rien n’a été écrit')).toBeVisible();
  await page.getByRole('button', { name: 'Importer', exact: true }).click();
  await expect(page.getByText('Importation terminée')).toBeVisible();
  await expect(page.getByRole('row', { name: /4 L’adresse n’en est pas une/ })).toBeVisible();
  expect(await axeComplaintsWithin(page, 'main')).toEqual([]);

  const search = page.getByLabel('Adresse de courriel complète');
  await search.fill(unproven);
  await page.getByRole('button', { name: 'Chercher' }).click();
  await expect(page.getByText('Sans preuve\u00a0: rien n’est envoyé')).toBeVisible();
  await search.fill(proven);
  await page.getByRole('button', { name: 'Chercher' }).click();
  await expect(page.getByText('Active', { exact: true })).toBeVisible();
  expect(page.url()).not.toContain('exemple.example');

  await page.getByLabel('Motif').first().fill('Plainte reçue');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Télécharger le PDF' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^dossier-de-preuve-\d{4}-\d\d-\d\d\.pdf$/);
  const pdf = await readFile(await download.path());
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');

  await page.getByRole('button', { name: 'Désabonner' }).click();
  const dialog = page.getByRole('dialog', { name: `Désabonner ${proven}` });
  await dialog.getByRole('combobox', { name: 'La demande est venue par' }).click();
  await page.getByRole('option', { name: 'Téléphone' }).click();
  expect(await axeComplaintsWithin(page, '[role="dialog"]')).toEqual([]);
  await dialog.getByRole('button', { name: 'Désabonner' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Désabonnée', { exact: true })).toBeVisible();
  await expect(search).toBeFocused();
  await expect(page.getByRole('button', { name: 'Désabonner' })).toBeHidden();
});

test('a past issue is read in the archive of each language, until an editor takes it away', async ({
  page,
}) => {
  const [french, english] = [`Un envoi ${mark()}`, `An issue ${mark()}`];
  const fields = (title: string) => ({
    title,
    issue: `essai ${mark()}`,
    edition: 'weekly',
    sentAt: '2026-11-23T12:10:00.000Z',
    text: [{ type: 'paragraph', children: [{ type: 'text', text: `Texte de ${title}.` }] }],
  });
  const made = await sendAsEditor('POST', `${ISSUES}/actions/publish?locale=fr-CA`, fields(french));
  expect(made.ok, await made.clone().text()).toBe(true);
  const { documentId } = (await made.json()).data;
  const publish = (locale: string, title: string) =>
    sendAsEditor('POST', `${ISSUES}/${documentId}/actions/publish?locale=${locale}`, fields(title));
  expect((await publish('en-CA', english)).ok).toBe(true);

  for (const [archive, title, language] of [
    ['/infolettre/archives/', french, 'fr-CA'],
    ['/en/newsletter/archive/', english, 'en-CA'],
  ] as const) {
    await expectLive(archive, title);
    await page.goto(`${told('SITE_URL')}${archive}`);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    expect(await axeComplaintsWithin(page, 'html')).toEqual([]);
    await page.getByRole('link', { name: title }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.getByText(`Texte de ${title}.`)).toBeVisible();
    expect(await axeComplaintsWithin(page, 'html')).toEqual([]);
    await expectLive(`${archive}atom.xml`, title);
    expect(await feedFaultsOf(archive)).toEqual([]);
  }
  await sendAsEditor('POST', `${ISSUES}/${documentId}/actions/unpublish?locale=fr-CA`);
  await expect
    .poll(async () => (await page.request.get(`${told('SITE_URL')}/infolettre/archives/`)).text())
    .not.toContain(french);
});
