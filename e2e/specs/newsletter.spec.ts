import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { headerOf, isKept, linkIn, mailsTo, mailTo, scan } from '../support/mailbox.ts';
import {
  becomeReader,
  fillBox,
  freshEmail,
  LETTER,
  oneClick,
  pick,
  readerLinks,
  subscribe,
} from '../support/newsletter.ts';
import { type Locale, siteUrl } from '../support/polls.ts';
import { complaintsOf, test } from '../support/visitors.ts';

/** The newsletter as its readers live it, from the box on a page to the end, with the mails that were really sent. */

const PAGES: Record<Locale, string> = {
  'fr-CA': '/nouvelles/eimt-employeurs/',
  'en-CA': '/en/news/regional-immigration-plan/',
};
const OTHER: Record<Locale, Locale> = { 'fr-CA': 'en-CA', 'en-CA': 'fr-CA' };

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

for (const locale of ['fr-CA', 'en-CA'] as const) {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(`${locale}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
      test.use({ javaScriptEnabled });
      const words = LETTER[locale];

      test('a reader subscribes, confirms, changes language, ends by one click, is erased', async ({
        page,
        context,
      }) => {
        const complaints = complaintsOf(page, siteUrl('/'));
        const email = freshEmail();
        await fillBox(page, PAGES[locale], locale, email);
        const main = page.getByRole('main');
        await expect(main.getByLabel(words.box)).toHaveValue(email);
        await expect(page.getByRole('checkbox', { name: words.consent })).not.toBeChecked();
        await pick(page, words.studies);
        await pick(page, words.daily);
        await subscribe(page, locale);
        await expect(heading(page)).toHaveText(words.look);

        // A scanner of mails has been there first, and has confirmed nothing: a link that has served says so.
        const confirm = linkIn(await mailTo(email, 'newsletter-confirm'), words.confirm);
        await scan(confirm);
        await page.goto(confirm);
        if (!javaScriptEnabled) {
          await expect(heading(page)).toHaveText(words.confirmTitle);
          await main.getByRole('button', { name: words.confirmTitle }).click();
        }
        await expect(heading(page)).toHaveText(words.confirmed);

        const welcome = await mailTo(email, 'newsletter-welcome');
        const links = readerLinks(welcome, locale);
        expect(headerOf(welcome, 'List-Unsubscribe')).toContain(`<${links.end}>`);
        expect(headerOf(welcome, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
        await scan(links.manage);
        await scan(links.end);
        await page.goto(links.manage);
        await expect(heading(page)).toHaveText(words.mine);
        await expect(main).not.toContainText(email);
        await expect(page.getByRole('checkbox', { name: words.studies, exact: true })).toBeChecked();
        await expect(page.getByRole('radio', { name: words.daily })).toBeChecked();

        const other = OTHER[locale];
        await pick(page, words.programme);
        await pick(page, words.other);
        await main.getByRole('button', { name: words.save }).click();
        await expect(page).toHaveURL(new RegExp(LETTER[other].manage));
        await expect(page.locator('html')).toHaveAttribute('lang', other);
        await expect(page.getByRole('status')).toHaveText(LETTER[other].saved);
        await expect(page.getByRole('checkbox', { name: LETTER[other].programme })).toBeChecked();

        // By both addresses of the page that ends: the one that was mailed, and that of the language chosen since.
        const there = new URL(page.url()).pathname.replace(LETTER[other].manage, LETTER[other].end);
        for (const link of [links.end, links.end, siteUrl(there)]) {
          const answer = await oneClick(link);
          expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null]);
        }
        await page.goto(links.manage);
        await expect(main).toContainText(words.ended);
        await expect(main.getByRole('button', { name: words.save })).toHaveCount(0);

        const mails = mailsTo(email);
        expect(mails.filter(isKept)).toHaveLength(2);
        expect(mails.map(({ template }) => template)).toEqual(['newsletter-confirm', 'newsletter-welcome']);
        await main.getByRole('button', { name: words.erase }).click();
        await expect(page).toHaveTitle(new RegExp(`^${words.error}`));
        await page.getByRole('alert').getByRole('link').click();
        await page.getByRole('textbox', { name: words.word }).fill(words.word);
        await main.getByRole('button', { name: words.erase }).click();
        await expect(page.getByRole('status')).toContainText(words.erased);
        await page.goto(links.manage);
        await expect(main).toContainText(words.gone);
        expect((await oneClick(links.end)).status).toBe(200);
        await expect.poll(() => mails.filter(isKept)).toEqual([]);
        expect(await context.cookies()).toEqual([]);
        expect(complaints).toEqual([]);
      });
    });
  }
}

test('a known address is answered as a new one is', async ({ page }) => {
  const reader = await becomeReader(page, 'fr-CA');
  const words = LETTER['fr-CA'];
  const waiting = freshEmail();
  /** All that a browser is told, but for what is of one request. */
  const answerTo = async (email: string) => {
    await page.goto(siteUrl(words.subscribe));
    await page.getByRole('main').getByLabel(words.box).fill(email);
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await subscribe(page, 'fr-CA');
    const answer = await answered;
    const { date: _, 'x-request-id': __, ...headers } = await answer.allHeaders();
    return { status: answer.status(), headers, page: await page.content() };
  };
  const [asNew, asWaiting, asReader] = [
    await answerTo(waiting),
    await answerTo(waiting),
    await answerTo(reader.email),
  ];
  expect(asNew.status).toBe(303);
  expect(asWaiting).toEqual(asNew);
  expect(asReader).toEqual(asNew);
  // Whoever was written to within ten minutes isn't again.
  await mailTo(waiting, 'newsletter-confirm');
  expect(mailsTo(reader.email)).toHaveLength(2);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a reader has the data as a file, and goes over to another address', async ({ page, browser }) => {
    const words = LETTER['fr-CA'];
    const confirming = await browser.newPage({ javaScriptEnabled: true });
    const reader = await becomeReader(confirming, 'fr-CA');
    await confirming.close();
    const main = page.getByRole('main');

    await page.goto(reader.manage);
    const downloaded = page.waitForEvent('download');
    await main.getByRole('button', { name: words.data }).click();
    const data = JSON.parse(await readFile(await (await downloaded).path(), 'utf8'));
    expect(data).toMatchObject({ email: reader.email, status: 'active', locale: 'fr-CA' });
    expect(data.consents).not.toEqual([]);

    const moved = freshEmail();
    await page.getByRole('textbox', { name: words.newAddress }).fill(moved);
    await page.waitForTimeout(900);
    await main.getByRole('button', { name: words.sendLink }).click();
    await expect(page.getByRole('status')).toHaveText(words.underWay);
    const confirm = linkIn(await mailTo(moved, 'newsletter-address'), words.confirm);
    await scan(confirm);
    await page.goto(confirm);
    await main.getByRole('button', { name: words.confirmTitle }).click();
    await expect(heading(page)).toHaveText(words.confirmed);

    // The links that were mailed to the old address can end, and nothing else.
    await page.goto(reader.manage);
    await expect(main.getByRole('button', { name: words.save })).toHaveCount(0);
    const { manage } = readerLinks(await mailTo(moved, 'newsletter-welcome'), 'fr-CA');
    await page.goto(manage);
    await expect(main.getByRole('button', { name: words.save })).toBeVisible();
    expect((await oneClick(reader.end)).status).toBe(200);
    await page.goto(manage);
    await expect(main).toContainText(words.ended);
  });
});
