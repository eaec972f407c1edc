import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Page, test } from '@playwright/test';
import { signIn } from '../support/admin.ts';
import { told } from '../support/newsroom.ts';
import { addressOf } from '../support/page-types.ts';

/** The three pictures of README.md, as they go into docs/images once somebody has looked at them. */

const FOLDER = join(import.meta.dirname, '../../var/screenshots');
const ARTICLES =
  '/admin/content-manager/collection-types/api::article.article?plugins[i18n][locale]=fr-CA&_q=EIMT';

const WINDOW = { width: 1440, height: 960 };
const SCALE = 0.8;

test.use({ viewport: WINDOW });

/** What the window shows, as WebP, which Playwright itself doesn't write. */
async function picture(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  const top = await page.evaluate(() => window.scrollY);
  const devtools = await page.context().newCDPSession(page);
  const { data } = await devtools.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 80,
    clip: { x: 0, y: top, ...WINDOW, scale: SCALE },
  });
  await writeFile(join(FOLDER, `${name}.webp`), Buffer.from(data, 'base64'));
}

test('readme: home and an article', async ({ page }) => {
  await page.goto(addressOf('/'));
  await page.reload();
  await picture(page, 'accueil');
  await page.goto(addressOf('/nouvelles/eimt-employeurs/'));
  await page.locator('.facts').evaluate((facts) => {
    window.scrollTo(0, facts.getBoundingClientRect().top - 420);
  });
  await picture(page, 'article');
});

test('readme: the admin', async ({ page }) => {
  await signIn(page);
  await page.goto(told('CMS_URL') + ARTICLES);
  await page.getByRole('gridcell', { name: /EIMT/ }).first().click();
  await page.getByText(/En ligne depuis/).waitFor();
  await picture(page, 'admin');
});
