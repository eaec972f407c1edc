import { expect, test } from '@playwright/test';
import { axeComplaints, CUT_ON_PURPOSE } from '../support/access-rules.ts';
import { type Atelier, openAtelier } from '../support/atelier.ts';
import { htmlFaultsOf } from '../support/html-rules.ts';
import { cutTextOf, movingOf, overflowOf, spaceText } from '../support/inspect.ts';
import { addressOf } from '../support/page-types.ts';

/** Every component of the site in every state, also those that no page of the demo content comes to. */

let atelier: Atelier;

// One server for all of them.
test.describe.configure({ mode: 'default' });
test.beforeAll(async () => {
  test.setTimeout(150_000);
  atelier = await openAtelier();
});
test.afterAll(async () => {
  await atelier.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`${colorScheme}: nothing for axe to complain of`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(atelier.url);
    expect(await axeComplaints(page)).toEqual([]);
  });
}

test('all of it is valid HTML', async ({ request }) => {
  const answer = await request.get(atelier.url);
  expect(await htmlFaultsOf(await answer.text())).toEqual([]);
});

test('no scrolling sideways at 320 pixels, nor with wider text spacing; nothing moves by itself', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto(atelier.url);
  expect(await overflowOf(page)).toEqual([]);
  expect(await movingOf(page)).toEqual([]);
  await spaceText(page);
  expect(await overflowOf(page)).toEqual([]);
  expect(await cutTextOf(page, CUT_ON_PURPOSE)).toEqual([]);
});

test('a control is read with its hint and its fault; what is summed up leads to it', async ({ page }) => {
  await page.goto(atelier.url);
  const email = page.locator('#fautif-email');
  await expect(email).toHaveAccessibleName('Courriel');
  await expect(email).toHaveAccessibleDescription(/^Nous n’écrivons .* Erreur\s:\s+Écrivez une adresse/);
  await expect(page.locator('#rempli-consent')).toHaveAccessibleDescription(/retirer cet accord/);
  await expect(page.locator('.error-summary')).toBeFocused();
  await expect(page.locator('#rempli-message')).toHaveValue(
    'Première ligne.\n\nUne seconde, après une ligne vide.',
  );

  const links = page.locator('.error-summary a');
  for (const target of await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))) {
    await page.locator(`.error-summary a[href="${target}"]`).click();
    await expect(page.locator(target)).toBeFocused();
  }
});

test('in forced colours a choice, a step at hand and a control still show', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(atelier.url);
  const outline = (selector: string, part?: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element, pseudo) => getComputedStyle(element, pseudo).outlineStyle, part);
  expect(await outline('.choice:has(:checked)')).toBe('solid');
  expect(await outline('.choice:not(:has(:checked))')).toBe('none');
  expect(await outline('.steps [aria-current]', '::before')).toBe('solid');
});

test('no release has it', async ({ page }) => {
  const answer = await page.goto(addressOf('/atelier/'));
  expect(answer?.status()).toBe(404);
});
