import { test } from '@playwright/test';
import { signIn } from '../support/admin.ts';
import { told } from '../support/newsroom.ts';
import { addressOf, PAGE_TYPES, visit } from '../support/page-types.ts';
import { shoot } from '../support/shoot.ts';

const POLLS = '/admin/content-manager/collection-types/api::poll.poll?plugins[i18n][locale]=fr-CA';

for (const type of PAGE_TYPES) {
  test(type.name, async ({ page }) => {
    // Fonts are in the browser's cache then, as they are on every page but a visitor's first.
    await page.goto(addressOf('/'));
    await visit(page, type);
    await shoot(page, type.name);
  });
}

test('admin', async ({ page }) => {
  await signIn(page);
  await page.waitForLoadState('networkidle');
  await shoot(page, 'admin-home');

  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(told('CMS_URL') + POLLS);
  await page
    .getByRole('gridcell', { name: /région/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Sondage', exact: true }).waitFor();
  await page.waitForLoadState('networkidle');
  await shoot(page, 'admin-poll');
});
