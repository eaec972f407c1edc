import { expect, type Locator, type Page } from '@playwright/test';
import { type Focused, focusOf } from './inspect.ts';

/** More than any page of the site has places for the focus. */
const MOST = 90;

/** Presses Tab until something is reached; everything on the way must show that it has the focus. */
export async function tabUntil(
  page: Page,
  reached: (focused: Focused) => boolean | Promise<boolean>,
): Promise<void> {
  for (let pressed = 0; pressed < MOST; pressed += 1) {
    await page.keyboard.press('Tab');
    const focused = await focusOf(page);
    expect(focused).toMatchObject({ outlined: true, inView: true });
    if (await reached(focused)) return;
  }
  throw new Error('No press of Tab came to it.');
}

/** The same, to one element that is in the page. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await tabUntil(page, () => target.evaluate((element) => element === document.activeElement));
}
