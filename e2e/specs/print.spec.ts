import { expect, type Page, test } from '@playwright/test';
import { PAGE_TYPES, visit } from '../support/page-types.ts';

/** What is of no use on paper. All else that a page says is printed. */
const ON_SCREEN_ONLY = [
  'nav',
  'button',
  '.breadcrumbs',
  '.contact-panel',
  '.band-beside',
  '.article-share',
  '.article-back',
  '.feeds',
  '.form-actions',
  '.progress',
  '.poll-actions',
  '.search-form',
  '.search-ways',
  '.summary-change',
  '.inquiry-erase',
].join();

for (const type of PAGE_TYPES) {
  test(`${type.name}: on paper it says what it says on screen`, async ({ page }) => {
    await visit(page, type);
    const onScreen = await linesOf(page);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('main h1')).toBeVisible();
    const printed = new Set(await linesOf(page));
    expect(onScreen.filter((line) => !printed.has(line))).toEqual([]);
    expect(await page.locator('main h1').evaluate(isCovered)).toBe(false);
    await expect(page.locator('.newsletter')).not.toBeVisible();
  });
}

/** Texts of the page's main part that are to be read, each with the way down to it. */
function linesOf(page: Page): Promise<string[]> {
  return page.locator('main').evaluate((main, screenOnly) => {
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const lines: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const [text, parent] = [node.textContent?.trim(), node.parentElement];
      if (!text || !parent?.checkVisibility() || parent.closest(screenOnly)) continue;
      lines.push(`${parent.tagName} ${parent.className}: ${text}`);
    }
    if (lines.length < 2) throw new Error('A page says next to nothing.');
    return lines;
  }, ON_SCREEN_ONLY);
}

/** Whether something else lies where a heading is. */
function isCovered(heading: Element): boolean {
  heading.scrollIntoView({ block: 'center' });
  const { left, top, height } = heading.getBoundingClientRect();
  const there = document.elementFromPoint(left + 4, top + height / 2);
  return there === null || !(heading.contains(there) || there.contains(heading));
}
