import { test } from '@playwright/test';
import { ISSUE_SAMPLES } from '../support/issue-samples.ts';
import { MAIL_SAMPLES, SENDER, TODAY } from '../support/mail-samples.ts';
import { createTemplates, MAIL_TEMPLATES, senderBlock } from '../support/mail-templates.ts';
import { shoot } from '../support/shoot.ts';

/** A phone, and a window in which a mail has its whole width. */
const WIDTHS = [360, 768];

const { organization, consultants } = SENDER;
const templates = createTemplates(async (locale) => senderBlock(organization, consultants, locale, TODAY));

for (const template of MAIL_TEMPLATES) {
  test(`mail-${template}`, async ({ page }) => {
    const data = MAIL_SAMPLES[template];
    if (data === undefined) throw new Error(`e2e/support/mail-samples.ts has no sample of "${template}"`);
    for (const locale of ['fr-CA', 'en-CA'] as const) {
      const { html } = await templates.render({ template, locale, data: { ...data } });
      await page.setContent(html);
      await shoot(page, `mail-${template}-${locale.slice(0, 2)}`, WIDTHS);
    }
  });
}

for (const [name, write] of Object.entries(ISSUE_SAMPLES)) {
  test(`mail-${name}`, async ({ page }) => {
    for (const locale of ['fr-CA', 'en-CA'] as const) {
      await page.setContent(await write(locale));
      await shoot(page, `mail-${name}-${locale.slice(0, 2)}`, WIDTHS);
    }
  });
}
