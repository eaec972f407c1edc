import { expect, type Page, test } from '@playwright/test';
import { axeComplaints } from '../support/access-rules.ts';
import { tabTo } from '../support/keyboard.ts';
import { told } from '../support/newsroom.ts';

const open = (page: Page, path: string) => page.goto(new URL(path, told('SITE_URL')).href);
const fieldOf = (page: Page) => page.getByRole('searchbox');
const countOf = (page: Page) => page.getByRole('main').getByRole('status');

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    for (const path of ['/recherche/', '/recherche/?q=PEQ', '/recherche/?q=conjiont', '/en/search/?q=work']) {
      test(`${path} has nothing for axe to complain of`, async ({ page }) => {
        await open(page, path);
        expect(await axeComplaints(page)).toEqual([]);
      });
    }
  });
}

test('by keyboard alone: results follow what one types, and so does the address; arrow keys lead through them', async ({
  page,
}) => {
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await open(page, '/');
  await tabTo(page, page.getByRole('banner').getByRole('link', { name: 'Rechercher' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/recherche\/$/);
  await tabTo(page, fieldOf(page));
  await page.keyboard.type('entree expr', { delay: 20 });
  await expect(countOf(page)).toContainText('résultats pour');
  await expect(page).toHaveURL(/\/recherche\/\?q=entree\+expr$/);
  await expect(page).toHaveTitle(/^entree expr – Recherche/);
  await expect(page.getByRole('banner').getByRole('link', { name: 'English' })).toHaveAttribute(
    'href',
    '/en/search/?q=entree+expr',
  );

  const links = page.locator('.results a[href]');
  await page.keyboard.press('ArrowDown');
  await expect(links.nth(0)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(fieldOf(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(fieldOf(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  const first = await links.nth(0).getAttribute('href');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new URL(first ?? '', told('SITE_URL')).href);
  await page.goBack();
  await expect(page).toHaveURL(/\?q=entree\+expr$/);

  await page.goBack();
  await expect(page).toHaveURL(new URL('/', told('SITE_URL')).href);
  expect(complaints).toEqual([]);
});

test('the last question wins, however late an earlier answer comes', async ({ page }) => {
  await open(page, '/recherche/');
  await page.route(/\?q=citoyennete$/, async (route) => {
    await new Promise((done) => setTimeout(done, 1_500));
    await route.continue().catch(() => undefined);
  });
  await fieldOf(page).fill('citoyennete');
  await page.waitForRequest(/\?q=citoyennete$/);
  await fieldOf(page).fill('logement');
  await expect(countOf(page)).toContainText('logement');
  await page.waitForTimeout(2_000);
  await expect(countOf(page)).toContainText('logement');
});

test('when the server cannot be asked, the page says what to do, and the form still works', async ({
  page,
}) => {
  await open(page, '/recherche/');
  await page.route(/\?q=logement$/, (route) => route.abort());
  await fieldOf(page).fill('logement');
  await expect(page.getByText('Les résultats ne suivent plus')).toBeVisible();
  await page.unroute(/\?q=logement$/);
  await fieldOf(page).press('Enter');
  await expect(countOf(page)).toContainText('logement');
  await expect(page.getByText('Les résultats ne suivent plus')).toBeHidden();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the form does the same, and a misspelt word leads to the right one', async ({ page }) => {
    await open(page, '/en/search/');
    await fieldOf(page).fill('sponser');
    await page.getByRole('main').getByRole('button', { name: 'Search' }).click();
    await page
      .getByRole('main')
      .getByRole('link', { name: /^sponsor/ })
      .click();
    await expect(page.locator('.results').getByRole('link').first()).toBeVisible();
    await expect(page.locator('.results mark').first()).toBeVisible();
  });

  for (const width of [320, 360, 1280]) {
    test(`nothing is wider than a screen of ${width}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      for (const path of ['/recherche/', '/recherche/?q=PSTQ', `/recherche/?q=${'a'.repeat(200)}`]) {
        await open(page, path);
        expect(await page.locator('html').evaluate((html) => html.scrollWidth), path).toBeLessThanOrEqual(
          width,
        );
      }
    });
  }
});
