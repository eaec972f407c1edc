import { brotliCompressSync } from 'node:zlib';
import { expect, type Page } from '@playwright/test';
import { axeComplaints } from '../support/access-rules.ts';
import { read, told } from '../support/newsroom.ts';
import {
  ballotsOf,
  castVotes,
  freshAddress,
  type Poll,
  pathOf,
  publishPoll,
  resultsPathOf,
  siteUrl,
  steer,
  votePathOf,
} from '../support/polls.ts';
import { complaintsOf, test, WORDS } from '../support/visitors.ts';

const SCRIPT_BYTES = 30_000;
/** An article of the demo content with an open poll, and one without any. */
const WITH_POLL = '/nouvelles/choisir-quebec-ou-federal/';
const WITHOUT_POLL = '/nouvelles/eimt-employeurs/';

let open: Poll;
let closed: Poll;
test.beforeAll(async () => {
  [open, closed] = [await publishPoll(), await publishPoll()];
  for (const poll of [open, closed]) await castVotes(poll, ['un', 'deux', 'deux', 'trois']);
  await steer(closed, 'close');
});

async function expectAccessible(page: Page, state: string): Promise<void> {
  expect(await axeComplaints(page), state).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `${state} is cut off`).toBeLessThanOrEqual(0);
}

const vote = (page: Page) => page.getByRole('button', { name: 'Voter' }).click();

for (const { colorScheme, width } of [
  { colorScheme: 'light', width: 320 },
  { colorScheme: 'dark', width: 1280 },
] as const) {
  test.describe(`${colorScheme}, ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 800 } });

    test('every page and state of a poll has nothing for axe to complain of', async ({ page }) => {
      const complaints = complaintsOf(page, told('SITE_URL'));
      // Beside those that access.spec.ts looks at.
      const pages = [
        ...['/en/polls/', WITH_POLL],
        ...[open, closed].flatMap((poll) => [
          pathOf(poll, 'fr-CA'),
          pathOf(poll, 'en-CA'),
          resultsPathOf(poll, 'fr-CA'),
        ]),
        '/sondages/region-envisagee/',
      ];
      for (const path of pages) {
        await page.goto(siteUrl(path));
        await expectAccessible(page, path);
      }
      await page.goto(siteUrl(pathOf(open, 'fr-CA')));
      await vote(page);
      await expectAccessible(page, 'without a choice');
      await page.getByRole('radio', { name: 'La mer' }).check();
      await vote(page);
      await expect(page.locator('.poll-outcome')).toBeVisible();
      await expectAccessible(page, 'voted');
      await page.goto(siteUrl(resultsPathOf(open, 'fr-CA')));
      await expectAccessible(page, 'results of who has voted');
      expect(complaints).toEqual([]);
    });

    test('so it is without JavaScript, on the pages that answer a form', async ({ browser }) => {
      const context = await browser.newContext({
        ...{ javaScriptEnabled: true, colorScheme, viewport: { width, height: 800 } },
        extraHTTPHeaders: { 'x-forwarded-for': freshAddress() },
      });
      const page = await context.newPage();
      // axe needs scripts; the site's own are kept away.
      await page.route('**/*.js', (route) => route.abort());
      await page.goto(siteUrl(pathOf(open, 'fr-CA')));
      await vote(page);
      await expectAccessible(page, 'without a choice');
      await page.getByRole('radio', { name: 'La forêt' }).check();
      await vote(page);
      await expectAccessible(page, 'confirmation');
      await page.getByRole('button', { name: 'Confirmer mon vote' }).click();
      await expectAccessible(page, 'too fast, or results');
      await page.goto(siteUrl(pathOf(closed, 'fr-CA')));
      await page.evaluate(
        ([action = '', poll = '']) => {
          const form = Object.assign(document.createElement('form'), { method: 'post', action });
          for (const [name, value] of Object.entries({ poll, choices: 'un' })) {
            form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
          }
          document.body.append(form);
          form.submit();
        },
        [votePathOf(closed, 'fr-CA'), closed.id],
      );
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(WORDS['fr-CA'].closed);
      await expectAccessible(page, 'closed');
      await context.close();
    });
  });
}

test('a vote by the keyboard alone', async ({ page }) => {
  const before = await ballotsOf(open);
  await page.goto(siteUrl(pathOf(open, 'fr-CA')));
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('value'));
  for (let steps = 0; (await focused()) !== 'un' && steps < 40; steps += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe('deux');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Voter' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.poll-status')).toHaveText(WORDS['fr-CA'].accepted);
  expect(await ballotsOf(open)).toBe(before + 1);
});

test('a page with an open poll runs some 30 kB of script at most, a page without one none', async ({
  page,
}) => {
  const scripts = new Map<string, number>();
  page.on('response', async (response) => {
    if (response.request().resourceType() !== 'script') return;
    scripts.set(response.url(), brotliCompressSync(await response.body()).byteLength);
  });
  await page.goto(siteUrl(WITHOUT_POLL), { waitUntil: 'networkidle' });
  await page.goto(siteUrl(pathOf(closed, 'fr-CA')), { waitUntil: 'networkidle' });
  await page.goto(siteUrl('/sondages/'), { waitUntil: 'networkidle' });
  expect([...scripts.keys()]).toEqual([]);
  await page.goto(siteUrl(WITH_POLL), { waitUntil: 'networkidle' });
  expect(scripts.size).toBeGreaterThan(0);
  const bytes = [...scripts.values()].reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeLessThan(SCRIPT_BYTES);
});

test.describe('a network that many votes come from', () => {
  const address = freshAddress();
  let crowded: Poll;
  test.beforeAll(async () => {
    crowded = await publishPoll();
    const told = await castVotes(
      crowded,
      Array.from({ length: 31 }, () => 'trois'),
      address,
    );
    expect(told.filter((answer) => answer === 'accepted')).toHaveLength(30);
    expect(told.filter((answer) => answer === 'too-many')).toHaveLength(1);
  });
  test.use({ extraHTTPHeaders: { 'x-forwarded-for': address } });

  test('has the page work before a vote counts', async ({ page }) => {
    const complaints = complaintsOf(page, told('SITE_URL'));
    let bytes = 0;
    page.on('response', async (response) => {
      if (response.request().resourceType() === 'script')
        bytes += brotliCompressSync(await response.body()).byteLength;
    });
    await page.goto(siteUrl(pathOf(crowded, 'fr-CA')));
    await page.getByRole('radio', { name: 'La mer' }).check();
    const sent = page.waitForRequest((request) => request.method() === 'POST');
    await vote(page);
    expect((await sent).postData()).toContain('proof=');
    await expect(page.locator('.poll-status')).toHaveText(WORDS['fr-CA'].accepted, { timeout: 30_000 });
    expect(await ballotsOf(crowded)).toBe(31);
    expect(bytes).toBeLessThan(SCRIPT_BYTES);
    expect(complaints).toEqual([]);
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });
    test('is told to wait or to call', async ({ page }) => {
      await page.goto(siteUrl(pathOf(crowded, 'fr-CA')));
      await page.getByRole('radio', { name: 'La mer' }).check();
      const answered = page.waitForResponse((response) => response.request().method() === 'POST');
      await vote(page);
      const answer = await answered;
      expect(answer.status()).toBe(429);
      expect(answer.headers()['retry-after']).toBe('600');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(WORDS['fr-CA'].tooMany);
      await expect(page.getByRole('link', { name: /Nous appeler/ })).toHaveAttribute(
        'href',
        'tel:+14185550123',
      );
    });
  });
});

test('the archive lists polls by state, and is found from every page, the home block and articles', async ({
  page,
}) => {
  await page.goto(siteUrl('/contact/'));
  await page.getByRole('contentinfo').getByRole('link', { name: 'Sondages éclair' }).click();
  await expect(page).toHaveURL(siteUrl('/sondages/'));
  const listed = (state: string) => page.locator(`section[aria-labelledby="polls-${state}"]`);
  await expect(listed('open')).toContainText(open.question['fr-CA']);
  await expect(listed('closed')).toContainText(closed.question['fr-CA']);
  await page.getByRole('banner').getByRole('link', { name: 'English' }).click();
  await page.getByRole('link', { name: open.question['en-CA'] }).click();
  await expect(page).toHaveURL(siteUrl(pathOf(open, 'en-CA')));
  for (const path of ['/', WITH_POLL]) {
    await page.goto(siteUrl(path));
    await page.getByRole('link', { name: 'Tous les sondages' }).click();
    await expect(page).toHaveURL(siteUrl('/sondages/'));
  }
});

test('a poll counted out shows its count, and the text its fingerprint is of', async ({ page }) => {
  await page.goto(siteUrl('/sondages/premiers-mois-difficiles/'));
  const shown = await page.locator('.poll-proof code').textContent();
  const text = await read('/sondages/premiers-mois-difficiles/decompte.txt');
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  expect(shown).toBe(Buffer.from(digest).toString('hex'));
});

test('the block of the home page takes votes', async ({ page }) => {
  await page.goto(siteUrl('/'));
  const block = page.locator('.home-poll');
  await block.getByRole('radio').first().check();
  await block.getByRole('button', { name: 'Voter' }).click();
  await expect(block.getByRole('status')).toContainText(WORDS['fr-CA'].accepted);
});
