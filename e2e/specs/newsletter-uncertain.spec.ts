import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { signIn } from '../support/admin.ts';
import { told } from '../support/newsroom.ts';
import { makeStaff } from '../support/requests.ts';
import { leaveUncertain } from '../support/uncertain.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe complains of within the screen's own part of the page; the frame around it is Strapi's. */
async function complaintsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include('main').withTags(RULES).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

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
  expect(await complaintsOf(page)).toEqual([]);

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
  expect(await complaintsOf(page)).toEqual([]);
});

test('who looks after nothing of the newsletter sees none of it', async ({ page }) => {
  await signIn(page, await makeStaff('strapi-editor', 'Rédaction'));
  await expect(page.getByRole('link', { name: 'Infolettre' })).toBeHidden();
  await page.goto(`${told('CMS_URL')}/admin/newsletter/uncertain`);
  await expect(page.getByRole('main')).not.toContainText('Nul ne sait');
});
