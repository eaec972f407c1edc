import { expect, type Page } from '@playwright/test';
import { told } from '../support/newsroom.ts';
import {
  ballotsOf,
  castVotes,
  type Locale,
  type Poll,
  pathOf,
  publishPoll,
  renamePoll,
  resultsPathOf,
  siteUrl,
  steer,
  votePathOf,
  withdrawPoll,
} from '../support/polls.ts';
import { complaintsOf, expectOwn, sharesOn, test, WORDS } from '../support/visitors.ts';

const LOCALES: readonly Locale[] = ['fr-CA', 'en-CA'];

let poll: Poll;
test.beforeAll(async () => {
  poll = await publishPoll();
  expect(await castVotes(poll, ['un', 'deux', 'deux', 'trois', 'trois', 'trois'])).toEqual(
    Array.from({ length: 6 }, () => 'accepted'),
  );
});

const form = (page: Page) => page.locator('form.poll-form');
const status = (page: Page) => page.locator('.poll-status');

async function choose(page: Page, label: string, button: string): Promise<void> {
  await page.getByRole('radio', { name: label }).check();
  await page.getByRole('button', { name: button }).click();
}

for (const locale of LOCALES) {
  const words = WORDS[locale];

  test(`${locale}: a vote without leaving the page, kept on reload, and once only`, async ({
    page,
    context,
  }) => {
    const complaints = complaintsOf(page, told('SITE_URL'));
    const before = await ballotsOf(poll);
    await page.goto(siteUrl(pathOf(poll, locale)));
    await page.getByRole('radio', { name: words.sea }).check();
    expect(await context.cookies()).toEqual([]);
    await page.getByRole('button', { name: words.vote }).click();
    await expect(status(page)).toHaveText(words.accepted);
    await expect(status(page)).toBeFocused();
    await expectOwn(page, words.sea, words.own);
    expect((await sharesOn(page)).reduce((sum, share) => sum + share, 0)).toBe(100);
    expect(await ballotsOf(poll)).toBe(before + 1);

    const cookies = await context.cookies();
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatchObject({
      name: `__Host-sondage-${poll.id}`,
      path: '/',
      ...{ httpOnly: true, secure: true, sameSite: 'Lax' },
    });

    await page.reload();
    await expect(status(page)).toHaveText(words.hasVoted);
    await expectOwn(page, words.sea, words.own);
    await page.goto(siteUrl(resultsPathOf(poll, locale)));
    await page.goBack();
    await expect(page.locator('.poll-outcome')).toBeVisible();
    await expect(page.getByRole('button', { name: words.vote })).toBeHidden();
    expect(await ballotsOf(poll)).toBe(before + 1);
    expect(complaints).toEqual([]);
  });

  test(`${locale}: without a choice the fault is said beside it, and the focus is there`, async ({
    page,
  }) => {
    await page.goto(siteUrl(pathOf(poll, locale)));
    await page.getByRole('button', { name: words.vote }).click();
    await expect(page.locator('.poll-error')).toHaveText(words.none);
    await expect(page.getByRole('radio', { name: words.sea })).toBeFocused();
    await expect(page.getByRole('group')).toHaveAccessibleDescription(new RegExp(words.none));
    await page.getByRole('radio', { name: words.sea }).check();
    await expect(page.locator('.poll-error')).toBeHidden();
  });

  test.describe(`${locale} without JavaScript`, () => {
    test.use({ javaScriptEnabled: false });

    test('a vote is confirmed, and leads to the results', async ({ page, context }) => {
      const before = await ballotsOf(poll);
      await page.goto(siteUrl(pathOf(poll, locale)));
      await choose(page, words.forest, words.vote);
      await expect(page).toHaveTitle(new RegExp(words.confirmTitle));
      await expect(page.locator('.poll-chosen')).toHaveText(words.forest);
      expect(await context.cookies()).toEqual([]);
      // A person reads first.
      await page.waitForTimeout(900);
      await page.getByRole('button', { name: words.confirm }).click();
      await expect(page).toHaveURL(`${siteUrl(resultsPathOf(poll, locale))}#choix-deux`);
      await expect(status(page)).toHaveText(words.hasVoted);
      await expectOwn(page, words.forest, words.own);
      expect((await sharesOn(page)).reduce((sum, share) => sum + share, 0)).toBe(100);
      await page.reload();
      await expect(status(page)).toHaveText(words.hasVoted);
      expect(await ballotsOf(poll)).toBe(before + 1);
      expect((await context.cookies()).map(({ name }) => name)).toEqual([`__Host-sondage-${poll.id}`]);

      await page.goto(siteUrl(pathOf(poll, locale)));
      await choose(page, words.sea, words.vote);
      await page.waitForTimeout(900);
      await page.getByRole('button', { name: words.confirm }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.already);
      await expect(page.locator('.poll-table')).toBeVisible();
      expect(await ballotsOf(poll)).toBe(before + 1);
    });

    test('without a choice a page says so: title, summary, field', async ({ page }) => {
      await page.goto(siteUrl(pathOf(poll, locale)));
      await page.getByRole('button', { name: words.vote }).click();
      await expect(page).toHaveTitle(new RegExp(`^${words.error}`));
      await expect(page.getByRole('alert')).toBeFocused();
      await page.getByRole('alert').getByRole('link').click();
      await expect(page.getByRole('radio', { name: words.sea })).toBeFocused();
      await expect(page.locator('.poll-error')).toHaveText(words.none);
    });
  });
}

test('sent too fast, a vote without JavaScript is asked for once more and then counts', async ({
  browser,
}) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(siteUrl(pathOf(poll, 'fr-CA')));
  await choose(page, 'La ville', 'Voter');
  await page.getByRole('button', { name: 'Confirmer mon vote' }).click();
  await expect(page).toHaveTitle(/^Erreur/);
  await expect(page.getByRole('alert')).toBeFocused();
  await page.waitForTimeout(900);
  await page.getByRole('button', { name: 'Confirmer mon vote' }).click();
  await expect(page).toHaveURL(/resultats\/#choix-trois$/);
  await page.close();
});

test('a browser that fills hidden fields in is told, and its next vote counts', async ({ page }) => {
  const before = await ballotsOf(poll);
  await page.goto(siteUrl(pathOf(poll, 'fr-CA')));
  await page.locator('.poll-form [name=website]').evaluate((field: HTMLInputElement) => {
    field.value = 'https://exemple.example';
  });
  await choose(page, 'La mer', 'Voter');
  await expect(status(page)).toContainText('Un champ caché a été rempli');
  await choose(page, 'La mer', 'Voter');
  await expect(status(page)).toHaveText(WORDS['fr-CA'].accepted);
  expect(await ballotsOf(poll)).toBe(before + 1);
});

test('of two tabs the first to vote counts, and the other one is told', async ({ page, context }) => {
  const before = await ballotsOf(poll);
  const other = await context.newPage();
  await page.goto(siteUrl(pathOf(poll, 'fr-CA')));
  await other.goto(siteUrl(pathOf(poll, 'en-CA')));
  await choose(page, 'La mer', 'Voter');
  await expect(status(page)).toHaveText(WORDS['fr-CA'].accepted);
  await choose(other, 'The city', 'Vote');
  await expect(status(other)).toContainText('You have already voted');
  await expect(other.locator('.poll-outcome')).toBeVisible();
  await expect(other.locator('.poll-own:visible')).toHaveCount(0);
  expect(await ballotsOf(poll)).toBe(before + 1);
});

test('a vote whose answer was lost is counted once, also when the choice is another one by then', async ({
  page,
}) => {
  const before = await ballotsOf(poll);
  await page.goto(siteUrl(pathOf(poll, 'fr-CA')));
  // The server takes it, and the visitor never hears of it: not even of the cookie.
  await page.route('**/voter/', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  await choose(page, 'La mer', 'Voter');
  await expect(status(page)).toContainText('n’a pas pu être envoyé', { timeout: 20_000 });
  await page.unroute('**/voter/');
  await page.context().clearCookies();
  await choose(page, 'La forêt', 'Voter');
  await expect(status(page)).toContainText('Votre premier envoi était arrivé');
  expect(await ballotsOf(poll)).toBe(before + 1);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('a page kept since before the poll was renamed still votes', async ({ page }) => {
      const old = await publishPoll();
      await page.goto(siteUrl(pathOf(old, 'fr-CA')));
      const renamed = await renamePoll(old);
      await choose(page, 'La mer', 'Voter');
      if (javaScriptEnabled) await expect(status(page)).toHaveText(WORDS['fr-CA'].accepted);
      else {
        await page.waitForTimeout(900);
        await page.getByRole('button', { name: 'Confirmer mon vote' }).click();
        await expect(page).toHaveURL(`${siteUrl(resultsPathOf(renamed, 'fr-CA'))}#choix-un`);
      }
      expect(await ballotsOf(renamed)).toBe(1);
    });

    test('a poll that was withdrawn while it is on screen is said to be gone', async ({ page }) => {
      const leaving = await publishPoll();
      await page.goto(siteUrl(pathOf(leaving, 'fr-CA')));
      await withdrawPoll(leaving);
      await choose(page, 'La mer', 'Voter');
      const said = javaScriptEnabled ? status(page) : page.getByRole('heading', { level: 1 });
      await expect(said).toContainText('Ce sondage n’existe pas');
    });

    test('a poll that closes while it is on screen says so, with the results', async ({ page }) => {
      const closing = await publishPoll();
      await castVotes(closing, ['un', 'un', 'deux']);
      await page.goto(siteUrl(pathOf(closing, 'fr-CA')));
      await page.getByRole('radio', { name: 'La mer' }).check();
      if (!javaScriptEnabled) await page.getByRole('button', { name: 'Voter' }).click();
      await steer(closing, 'close');
      await page.waitForTimeout(900);
      const answered = page.waitForResponse((response) => response.request().method() === 'POST');
      await page.getByRole('button', { name: javaScriptEnabled ? 'Voter' : 'Confirmer mon vote' }).click();
      expect((await answered).status()).toBe(410);
      const told = javaScriptEnabled ? status(page) : page.getByRole('heading', { level: 1 });
      await expect(told).toContainText('Le vote est terminé');
      await expect(page.locator('.poll-table:visible')).toContainText('La mer');
      expect(await ballotsOf(closing)).toBe(3);
      expect(await page.context().cookies()).toEqual([]);
    });
  });
}

test('what was sent from elsewhere, or to a poll that is not, changes nothing', async () => {
  const before = await ballotsOf(poll);
  const vote = async (headers: Record<string, string>, id = poll.id) =>
    await fetch(siteUrl(votePathOf(poll, 'fr-CA')), {
      method: 'POST',
      headers: { origin: told('SITE_URL'), ...headers },
      body: new URLSearchParams({ poll: id, choices: 'un' }),
    });
  expect((await vote({ origin: 'https://ailleurs.example' })).status).toBe(403);
  expect((await vote({}, 'a'.repeat(24))).status).toBe(404);
  expect((await vote({})).headers.get('cache-control')).toBe('no-store');
  expect(await ballotsOf(poll)).toBe(before);
});

test('the question leads to results, which say why they are not shown yet', async ({ page }) => {
  await page.goto(siteUrl(pathOf(poll, 'fr-CA')));
  await form(page).getByRole('link', { name: 'Voir les résultats' }).click();
  await expect(page.locator('.poll-hidden')).toContainText('une fois que vous avez voté');
  await page.getByRole('link', { name: 'Revenir à la question' }).click();
  await expect(page).toHaveURL(siteUrl(pathOf(poll, 'fr-CA')));
});
