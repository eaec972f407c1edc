import { test } from '@playwright/test';
import { signIn } from '../support/admin.ts';
import { MAIL_SAMPLES, SENDER, TODAY } from '../support/mail-samples.ts';
import { createTemplates, senderBlock } from '../support/mail-templates.ts';
import { told } from '../support/newsroom.ts';
import { addressOf } from '../support/page-types.ts';
import { picture, WINDOW } from '../support/picture.ts';

/** The pictures of README.md and of the guides, as they go into docs/images once somebody has looked at them. */

const ARTICLES =
  '/admin/content-manager/collection-types/api::article.article?plugins[i18n][locale]=fr-CA&_q=EIMT';

test.use({ viewport: WINDOW });

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

test('guides: to subscribe, and the mail that asks to confirm', async ({ page }) => {
  await page.goto(addressOf('/infolettre/'));
  await picture(page, 'infolettre');
  const { organization, consultants } = SENDER;
  const templates = createTemplates(async (locale) => senderBlock(organization, consultants, locale, TODAY));
  const template = 'newsletter-confirm';
  const { html } = await templates.render({ template, locale: 'fr-CA', data: MAIL_SAMPLES[template] });
  // Not in a page of the site: its policy would keep the mail out.
  await page.goto('about:blank');
  await page.setContent(html);
  await picture(page, 'courriel');
});
