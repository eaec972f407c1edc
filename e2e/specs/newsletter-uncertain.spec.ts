import { expect, test } from '@playwright/test';
import { axeComplaintsWithin } from '../support/access-rules.ts';
import { signIn } from '../support/admin.ts';
import { told } from '../support/newsroom.ts';
import { makeStaff } from '../support/requests.ts';
import { leaveUncertain } from '../support/uncertain.ts';

test('mails of which nobody knows are decided about, some and all, and who decided is shown', async ({
  page,
}) => {
  const [first = '', second = ''] = leaveUncertain(3);
  await signIn(page, await makeStaff('passerelle-newsletter-editor', 'Responsable'));
  await page.getByRole('link', { name: 'Infolettre' }).first().click();
  const tabs = page.getByRole('navigation', { name: 'Écrans de l’infolettre' });
  await expect(tabs.getByRole('link')).toHaveText(['Envois', 'Courriels incertains']);
  await tabs.getByRole('link', { name: 'Courriels incertains' }).click();
  await expect(page.getByRole('heading', { name: 'Courriels incertains', level: 1 })).toBeVisible();
  const issue = page.getByRole('region', { name: /^Quotidienne/ });
  await expect(issue.getByRole('row')).toHaveCount(4);
  await expect(issue).toContainText('Le serveur n’a plus répondu.');
  expect(await axeComplaintsWithin(page)).toEqual([]);

  await issue.getByRole('checkbox', { name: first }).focus();
  await page.keyboard.press('Space');
  await issue.getByRole('button', { name: /^Remis \(choisis.: 1\)$/ }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('Cela ne se défait pas.');
  await dialog.getByRole('button', { name: 'Confirmer' }).click();
  await expect(issue.getByRole('row')).toHaveCount(3);
  await expect(issue.getByRole('listitem')).toContainText(/^Responsable.*remis.: 1$/);
  await expect(issue.getByRole('checkbox', { name: second })).not.toBeChecked();

  await issue.getByRole('button', { name: 'Tous ont été remis' }).click();
  await dialog.getByRole('button', { name: 'Confirmer' }).click();
  await expect(issue.getByRole('table')).toBeHidden();
  await expect(issue.getByRole('listitem').first()).toContainText(/remis.: 2$/);
  expect(await axeComplaintsWithin(page)).toEqual([]);
});

test('who looks after nothing of the newsletter sees none of it', async ({ page }) => {
  await signIn(page, await makeStaff('strapi-editor', 'Rédaction'));
  await expect(page.getByRole('link', { name: 'Infolettre' })).toBeHidden();
  await page.goto(`${told('CMS_URL')}/admin/newsletter/uncertain`);
  await expect(page.getByRole('main')).not.toContainText('Nul ne sait');
});
