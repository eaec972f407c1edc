import { expect, type Page } from '@playwright/test';
import { axeComplaints } from '../support/access-rules.ts';
import {
  askForLink,
  fillContact,
  fillForm,
  freshAsker,
  goOn,
  INQUIRY,
  send,
  stepUrl,
  throughGuide,
  tick,
} from '../support/inquiry.ts';
import { clerk } from '../support/inquiry-desk.ts';
import { focusOf, overflowOf } from '../support/inspect.ts';
import { linkIn, mailsTo, mailTo, scan } from '../support/mailbox.ts';
import { type Locale, siteUrl } from '../support/polls.ts';
import { loggedBy, tracesOf } from '../support/traces.ts';
import { complaintsOf, test } from '../support/visitors.ts';

/** The inquiry as a visitor lives it, from the first question to the answer, and to being forgotten. */

const OTHER: Record<Locale, Locale> = { 'fr-CA': 'en-CA', 'en-CA': 'fr-CA' };
const TELEPHONE = { width: 360, height: 740 };

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const switchLanguage = (page: Page) => page.locator('.language-switch').click();

test.use({ viewport: TELEPHONE });

for (const locale of ['fr-CA', 'en-CA'] as const) {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(`${locale}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
      test.use({ javaScriptEnabled });

      test('back, refresh, a second tab and the other language lose nothing, and it is sent once', async ({
        page,
        context,
      }) => {
        const complaints = complaintsOf(page, siteUrl('/'));
        const asker = freshAsker();
        await throughGuide(page, locale);
        expect((await context.cookies()).map(({ name }) => name)).toEqual(['__Host-demarche']);
        await page.locator('[name=message]').fill(asker.message);
        await goOn(page);
        // Wrong first: the summary leads to the field, in the other language too.
        await page.locator('[name=email]').fill('visiteuse@');
        await goOn(page);
        await expect(page).toHaveTitle(new RegExp(`^${INQUIRY[locale].error}`));
        await switchLanguage(page);
        const other = OTHER[locale];
        await expect(page.locator('html')).toHaveAttribute('lang', other);
        await expect(page).toHaveTitle(new RegExp(`^${INQUIRY[other].error}`));
        await page.getByRole('alert').locator('a[href="#email"]').click();
        await expect(page.locator('[name=email]')).toBeFocused();
        await expect(page.locator('[name=email]')).toHaveValue('visiteuse@');
        await switchLanguage(page);
        await fillContact(page, asker);
        await goOn(page);
        // A page that is on its way can't be gone back from.
        await expect(page).toHaveURL(stepUrl(locale, 'deadline'));
        await page.waitForLoadState();

        await page.goBack();
        await page.reload();
        await expect(page.locator('[name=name]')).toHaveValue(asker.name);
        const tab = await context.newPage();
        await tab.goto(stepUrl(locale, 'message'));
        await expect(tab.locator('[name=message]')).toHaveValue(asker.message);
        await tab.locator('[name=message]').fill(`${asker.message} Encore.`);
        await goOn(tab);

        await page.goto(stepUrl(locale, 'deadline'));
        await goOn(page);
        expect(await page.locator('main input[type=checkbox]:checked').count()).toBe(0);
        await tick(page, '[name=inquiry]');
        await goOn(page);
        const summary = page.locator('.summary-list');
        for (const text of [asker.name, asker.email, `${asker.message} Encore.`])
          await expect(summary).toContainText(text);
        expect(await overflowOf(page)).toEqual([]);

        const checked = await context.newPage();
        await checked.goto(page.url());
        const reference = await send(page, locale);
        await goOn(checked);
        await expect(checked).toHaveURL(stepUrl(locale, 'sent'));
        await expect(checked.locator('.inquiry-reference')).toHaveText(reference);
        await page.reload();
        await expect(heading(page)).toHaveText(INQUIRY[locale].isSent);
        expect((await mailTo(asker.email, 'inquiry-received')).subject).toContain(reference);
        expect(complaints).toEqual([]);
      });
    });
  }
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('saved and gone on with: in the same browser, and elsewhere by the mailed link', async ({
    page,
    context,
    browser,
  }) => {
    const asker = freshAsker();
    await throughGuide(page, 'fr-CA');
    await page.locator('[name=message]').fill(asker.message);
    await askForLink(page, 'fr-CA', asker.email);
    const link = linkIn(await mailTo(asker.email, 'inquiry-continue'), INQUIRY['fr-CA'].resume);

    // The browser is closed, and opened again with the cookies it keeps.
    const reopened = await browser.newContext({ storageState: await context.storageState() });
    const same = await reopened.newPage();
    await same.goto(siteUrl('/demarche/'));
    await same.getByRole('link', { name: 'Reprendre où vous en étiez' }).click();
    await expect(same).toHaveURL(`${stepUrl('fr-CA', 'contact')}`);
    await same.goto(stepUrl('fr-CA', 'message'));
    await expect(same.locator('[name=message]')).toHaveValue(asker.message);

    // A scanner of mails has been there first, and has changed nothing.
    await scan(link);
    await same.reload();
    await expect(same.locator('[name=message]')).toHaveValue(asker.message);

    const elsewhere = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await elsewhere.goto(link);
    await elsewhere.getByRole('button', { name: INQUIRY['fr-CA'].open }).click();
    await expect(elsewhere).toHaveURL(stepUrl('fr-CA', 'contact'));
    await same.reload();
    await expect(heading(same)).toHaveText(INQUIRY['fr-CA'].lost);
    await elsewhere.goto(stepUrl('fr-CA', 'message'));
    await expect(elsewhere.locator('[name=message]')).toHaveValue(asker.message);
    await fillForm(elsewhere, 'fr-CA', asker);
    await send(elsewhere, 'fr-CA');
    // Only what was asked for was mailed.
    await mailTo(asker.email, 'inquiry-received');
    expect(mailsTo(asker.email)).toHaveLength(2);
  });
});

test('staff answer it, advice by leave of a licensee; erased, nothing of the person is left anywhere', async ({
  page,
}) => {
  const asker = freshAsker();
  await throughGuide(page, 'fr-CA');
  await askForLink(page, 'fr-CA', asker.email);
  await page.goto(stepUrl('fr-CA', 'message'));
  await fillForm(page, 'fr-CA', asker);
  const reference = await send(page, 'fr-CA');

  const agent = await clerk('passerelle-intake-agent');
  const seen = await agent.find(reference);
  const { name, email, message } = asker;
  expect(seen).toMatchObject({ reference, name, email, message, consents: ['inquiry-1'] });
  const told = `Renseignement pour ${asker.name}`;
  const information = { kind: 'information', subject: 'Votre question', body: told };
  expect((await agent.act(seen.id, 'replies', information)).status).toBe(200);
  expect((await mailTo(email, 'inquiry-reply')).text).toContain(told);

  const advised = `Conseil pour ${asker.name}`;
  const advice = { kind: 'advice', subject: 'Notre conseil', body: advised };
  expect((await agent.act(seen.id, 'replies', advice)).status).toBe(200);
  const waiting = (await agent.look(seen.id)).replies.find(({ kind }) => kind === 'advice');
  expect(waiting?.state).toBe('awaiting-approval');
  const decision = `replies/${waiting?.id}/decision`;
  expect((await agent.act(seen.id, decision, { approve: true })).status).toBe(403);
  expect(mailsTo(email).some(({ text }) => text.includes(advised))).toBe(false);
  const licensee = await clerk('passerelle-licensee');
  expect((await licensee.act(seen.id, decision, { approve: true })).status).toBe(200);
  await expect
    .poll(() => mailsTo(email).some(({ text }) => text.includes(advised)), { timeout: 20_000 })
    .toBe(true);

  const words = [asker.name, email, asker.message, asker.name.split(' ').at(-1) ?? '', '5145550142'];
  // What is kept in clear is found: a search that finds nothing would prove nothing.
  expect(tracesOf([reference])).not.toEqual([]);
  expect(tracesOf(words)).toEqual([]);
  expect(loggedBy()).toEqual(expect.arrayContaining(['cms', 'web']));
  const officer = await clerk('passerelle-privacy-officer');
  expect(await officer.erase(email)).toMatchObject({ inquiries: 1, mails: 4 });
  expect(tracesOf(words)).toEqual([]);
});

test('the whole form by keyboard alone, nothing for axe to complain of on the way', async ({ page }) => {
  test.setTimeout(90_000);
  /** Presses Tab until a control is reached; everything on the way must show that it has the focus. */
  async function tabTo(selector: string): Promise<void> {
    for (let pressed = 0; pressed < 60; pressed += 1) {
      await page.keyboard.press('Tab');
      expect(await focusOf(page)).toMatchObject({ outlined: true, inView: true });
      if (
        await page
          .locator(selector)
          .evaluateAll((found) => found.some((element) => element === document.activeElement))
      )
        return;
    }
    throw new Error(`${selector} is not reached by keyboard`);
  }
  async function next(path: string | RegExp): Promise<void> {
    await tabTo('main form button.button');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(path);
    expect(await axeComplaints(page)).toEqual([]);
  }
  const asker = freshAsker();
  await page.goto(siteUrl('/demarche/'));
  for (const path of ['/demarche/but-quebec/', '/demarche/etudes-au-quebec/']) {
    await tabTo('main input[name=option]');
    await page.keyboard.press('Space');
    if (path.endsWith('etudes-au-quebec/')) await page.keyboard.press('ArrowDown');
    await next(siteUrl(path));
  }
  await tabTo('.form-actions a.button');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(siteUrl('/demarche/etudes-situation/'));
  await tabTo('main input[name=option]');
  await page.keyboard.press('Space');
  await next(stepUrl('fr-CA', 'message'));
  await next(/etat=erreur/);
  await expect(page.getByRole('alert')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('[name=message]')).toBeFocused();
  await page.keyboard.type(asker.message);
  await next(stepUrl('fr-CA', 'contact'));
  await tabTo('[name=name]');
  await page.keyboard.type(asker.name);
  await tabTo('[name=email]');
  await page.keyboard.type(asker.email);
  await tabTo('[name=reach]');
  await page.keyboard.press('Space');
  await next(stepUrl('fr-CA', 'deadline'));
  await next(stepUrl('fr-CA', 'consents'));
  await tabTo('main [name=inquiry]');
  await page.keyboard.press('Space');
  await next(stepUrl('fr-CA', 'check'));
  await page.waitForTimeout(900);
  await next(stepUrl('fr-CA', 'sent'));
  await expect(page.locator('.inquiry-reference')).toBeVisible();
});
