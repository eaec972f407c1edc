import { expect, type Page, type Response, test } from '@playwright/test';
import { axeComplaints, COLOURS, CUT_ON_PURPOSE } from '../support/access-rules.ts';
import { htmlFaultsOf } from '../support/html-rules.ts';
import { cutTextOf, type Focused, movingOf, overflowOf, spaceText } from '../support/inspect.ts';
import { tabUntil } from '../support/keyboard.ts';
import { addressOf, PAGE_TYPES, type PageType, visit } from '../support/page-types.ts';

/** A desk's window of 1280 × 1024 at 400 % (1.4.10). */
const ZOOMED = { width: 320, height: 256 };

// One visit for all of it: many of these pages are come to by a way of several steps.
for (const type of PAGE_TYPES) {
  test(`${type.name}: axe, in the light and in the dark; HTML, languages; motion, widths, 400 %, text spacing`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const html = await sourceOf(page, () => visit(page, type));
    if (type.reach) expect(await htmlFaultsOf(html)).toEqual([]);
    await tellsLanguages(page, type);
    expect(await movingOf(page)).toEqual([]);
    expect(await axeComplaints(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeComplaints(page, COLOURS), 'in the dark').toEqual([]);
    for (const width of [360, 480, 768, 1024, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflowOf(page), `at ${width}`).toEqual([]);
    }
    await page.setViewportSize(ZOOMED);
    expect(await overflowOf(page)).toEqual([]);
    await spaceText(page);
    expect(await overflowOf(page)).toEqual([]);
    expect(await cutTextOf(page, CUT_ON_PURPOSE)).toEqual([]);
  });
}

for (const path of ['/%ff/', '/en/%ff/']) {
  test(`${path}, which the server answers by itself: whose site it is, axe, HTML, 320 px`, async ({
    page,
  }) => {
    const answer = await page.goto(addressOf(path));
    expect(answer?.status()).toBe(400);
    expect(await htmlFaultsOf((await answer?.text()) ?? '')).toEqual([]);
    await expect(page.locator('header')).toContainText(
      path.startsWith('/en/') ? 'A private site' : 'Un site privé',
    );
    await expect(page.locator('main a[href^="tel:"]')).toBeVisible();
    expect(await axeComplaints(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeComplaints(page, COLOURS), 'in the dark').toEqual([]);
    await page.setViewportSize(ZOOMED);
    expect(await overflowOf(page)).toEqual([]);
  });
}

/** The HTML of the page that a visit ends at, as it was sent. */
async function sourceOf(page: Page, go: () => Promise<void>): Promise<string> {
  const documents: Response[] = [];
  const keep = (response: Response) => {
    if (response.request().isNavigationRequest()) documents.push(response);
  };
  page.on('response', keep);
  await go();
  page.off('response', keep);
  return (await documents.findLast((response) => response.url() === page.url())?.text()) ?? '';
}

/** Of the page, and of what is in the other one. */
async function tellsLanguages(page: Page, { path }: PageType): Promise<void> {
  const own = path.startsWith('/en/') ? 'en-CA' : 'fr-CA';
  const other = own === 'fr-CA' ? 'en-CA' : 'fr-CA';
  await expect(page.locator('html')).toHaveAttribute('lang', own);
  await expect(page.locator('.language-switch')).toHaveAttribute('lang', other);
  await expect(page.locator('.language-switch')).toHaveAttribute('hreflang', other);
  const others = page.locator('.article-elsewhere, .not-found section');
  for (const element of await others.all()) await expect(element).toHaveAttribute('lang', other);
}

test('in forced colours what is chosen, current or a control still shows', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const shown = (selector: string, property: 'borderTopWidth' | 'textDecorationLine' | 'outlineStyle') =>
    page
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element)[name], property);

  await page.goto(addressOf('/nouvelles/'));
  expect(await shown('.site-nav [aria-current]', 'textDecorationLine')).toBe('underline');
  expect(await shown('.topic[aria-current]', 'outlineStyle')).toBe('solid');
  expect(await shown('.topic:not([aria-current])', 'outlineStyle')).toBe('none');
  await page.goto(addressOf('/sondages/quebec-ou-federal/'));
  expect(await shown('.button', 'borderTopWidth')).toBe('2px');
  await page.locator('.poll-option input').first().check();
  await page.locator('h1').click();
  expect(await shown('.poll-option:has(:checked)', 'outlineStyle')).toBe('solid');
  expect(await shown('.poll-option:not(:has(:checked))', 'outlineStyle')).toBe('none');
  for (const [path, one] of [
    ['/glossaire/', '.term'],
    ['/programmes/pstq/rondes/', '.rounds-table tbody tr'],
  ] as const) {
    await page.goto(addressOf(path));
    const id = await page.locator(`${one}[id]`).first().getAttribute('id');
    await page.goto(addressOf(`${path}#${id}`));
    expect(await shown(`${one}:target`, 'outlineStyle')).toBe('solid');
    expect(await shown(`${one}:not(:target)`, 'outlineStyle')).toBe('none');
  }
});

test('by keyboard alone: from home to an article, its poll, the results, and back to the news', async ({
  page,
}) => {
  const tabTo = (found: (focused: Focused) => boolean) => tabUntil(page, found);

  await page.goto(addressOf('/'));
  await tabTo(({ href }) => href === '#contenu');
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await tabTo(({ href }) => href === '/nouvelles/regionalisation-plan/');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/regionalisation-plan/);

  await tabTo(({ name }) => name === 'federal');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.poll-option input').nth(1)).toBeChecked();
  await tabTo(({ name }) => name === 'Voter');
  await tabTo(({ name }) => name === 'Voir les résultats');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/resultats\/$/);
  await tabTo(({ name }) => name === 'Revenir à la question');
  await page.goBack();

  await tabTo(({ name }) => name === 'Retour aux nouvelles');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/nouvelles\/$/);
});
