import { randomBytes } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { axeComplaintsWithin } from '../support/access-rules.ts';
import { signIn } from '../support/admin.ts';
import { headerOf, mailsTo } from '../support/mailbox.ts';
import { becomeReader, LETTER } from '../support/newsletter.ts';
import { sendAsEditor, told } from '../support/newsroom.ts';
import { makeStaff } from '../support/requests.ts';

const CAMPAIGNS = '/content-manager/collection-types/api::campaign.campaign';
const LOCALE = 'plugins[i18n][locale]=fr-CA';

const issuesTo = (address: string) =>
  mailsTo(address).filter(({ template }) => template === 'newsletter-issue');

/** Makes a role that may write campaigns in both languages, and nothing else. @returns its code. */
async function makeWriterRole(name: string): Promise<string> {
  const made = await sendAsEditor('POST', '/admin/roles', { name, description: name });
  expect(made.status, await made.clone().text()).toBe(201);
  const { id, code } = (await made.json()).data;
  const fields = ['subject', 'preheader', 'intro', 'body', 'articles', 'audience', 'frequency'];
  const permissions = ['create', 'read', 'update'].map((action) => ({
    action: `plugin::content-manager.explorer.${action}`,
    subject: 'api::campaign.campaign',
    properties: { fields, locales: ['fr-CA', 'en-CA'] },
    conditions: [],
  }));
  const given = await sendAsEditor('PUT', `/admin/roles/${id}/permissions`, { permissions });
  expect(given.status, await given.clone().text()).toBe(200);
  return code;
}

test('an editor writes a campaign, checks it, tries it out and submits it; somebody else lets it go', async ({
  browser,
  page,
}) => {
  test.setTimeout(180_000);
  const mark = randomBytes(3).toString('hex');
  const subject = { 'fr-CA': `Lettre ${mark}`, 'en-CA': `Letter ${mark}` };
  const visitor = await browser.newPage();
  // A rhythm that nobody else here has chosen.
  const french = await becomeReader(visitor, 'fr-CA', LETTER['fr-CA'].monthly);
  const english = await becomeReader(visitor, 'en-CA', LETTER['en-CA'].monthly);
  await visitor.close();
  const editor = await makeStaff(await makeWriterRole(`Rédaction ${mark}`), `Rédaction ${mark}`);
  const chief = await makeStaff('passerelle-newsletter-editor', `Infolettre ${mark}`);

  await signIn(page, editor);
  await page.goto(`${told('CMS_URL')}/admin${CAMPAIGNS}/create?${LOCALE}`);
  await expect(page.getByText('Enregistrez la campagne pour la vérifier')).toBeVisible();
  await page.locator('input[name="subject"]').fill(subject['fr-CA']);
  await page.locator('input[name="preheader"]').fill('Ce qui change cet hiver');
  await page.locator('textarea[name="intro"]').fill('Bonjour à vous.');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Rien n’est soumis.')).toBeVisible();
  await expect(page.getByText(/recevrai(?:t|en)t cet envoi/)).toBeVisible();

  const checks = page.getByRole('region', { name: 'Vérifications' });
  await checks.getByRole('button', { name: 'Vérifier' }).click();
  await expect(checks).toContainText('Les deux langues\u00a0: À corriger');
  await expect(checks).toContainText('anglais');
  const id = /([a-z0-9]{24})(?:\?|$)/.exec(page.url())?.[1] ?? '';
  const translated = await sendAsEditor('PUT', `${CAMPAIGNS}/${id}?locale=en-CA`, {
    subject: subject['en-CA'],
    preheader: 'What changes this winter',
    intro: 'Hello to you.',
    frequency: 'monthly',
  });
  expect(translated.status).toBe(200);
  await page.reload();
  await checks.getByRole('button', { name: 'Vérifier' }).click();
  await expect(checks).toContainText('Tout est prêt.');
  expect(await axeComplaintsWithin(page, 'section[aria-label="Vérifications"]')).toEqual([]);

  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Aperçu en anglais' }).click();
  await expect(dialog).toContainText(`Objet\u00a0: ${subject['en-CA']}`);
  await expect(dialog.frameLocator('iframe').getByText('Hello to you.')).toBeVisible();
  await dialog.getByRole('tab', { name: 'Texte brut' }).click();
  await expect(dialog.getByRole('tabpanel')).toContainText('Hello to you.');
  // Beside the mail as it is laid out: nothing runs in that frame, axe neither.
  expect(await axeComplaintsWithin(page, '[role=dialog]')).toEqual([]);
  await dialog.getByRole('button', { name: 'M’envoyer un essai' }).click();
  await expect
    .poll(() => issuesTo(editor.email).map((mail) => mail.subject))
    .toEqual([`[Test] ${subject['en-CA']}`]);
  await dialog.getByRole('button', { name: 'Fermer' }).last().click();
  await expect(page.getByRole('button', { name: 'Aperçu en anglais' })).toBeFocused();

  await page.getByRole('button', { name: 'Soumettre à l’approbation' }).click();
  await dialog.getByRole('radio', { name: 'À un moment choisi' }).click();
  await dialog.getByRole('button', { name: 'Soumettre à l’approbation' }).click();
  await expect(dialog).toContainText('Choisissez une date et une heure à venir.');
  expect(await axeComplaintsWithin(page, '[role=dialog]')).toEqual([]);
  await dialog.getByRole('radio', { name: 'Dès que possible' }).click();
  await dialog.getByRole('button', { name: 'Soumettre à l’approbation' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Attend une personne')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Approuver/ })).toHaveCount(0);

  const other = await (await browser.newContext({ locale: 'fr-CA' })).newPage();
  await signIn(other, chief);
  await other.getByRole('link', { name: 'Infolettre' }).first().click();
  await expect(other.getByRole('heading', { name: 'Infolettre', level: 1 })).toBeVisible();
  const issue = other.getByRole('listitem').filter({ hasText: subject['fr-CA'] });
  await expect(issue).toBeVisible();
  expect(await axeComplaintsWithin(other, 'main')).toEqual([]);
  await issue.getByRole('button', { name: /^Approuver/ }).click();
  await expect(issue).toContainText('Terminé', { timeout: 20_000 });

  for (const [reader, locale] of [
    [french, 'fr-CA'],
    [english, 'en-CA'],
  ] as const) {
    const mails = issuesTo(reader.email).filter((mail) => mail.subject === subject[locale]);
    expect(mails).toHaveLength(1);
    const [mail] = mails;
    if (mail === undefined) continue;
    expect(headerOf(mail, 'List-Unsubscribe')).toContain(`<${reader.end}>`);
    expect(mail.text).toContain(reader.manage);
  }
  await page.reload();
  await page.getByText('Compte de l’envoi').click();
  await expect(page.getByText(/^Envoyés\u00a0: \d+$/).first()).toBeVisible();
  await expect(page.getByText(/^Incertains\u00a0: 0$/)).toBeVisible();
});
