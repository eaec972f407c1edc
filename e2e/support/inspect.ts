import type { Page } from '@playwright/test';

/** What can be seen of a page only in a browser. Each function reads the page as it stands and changes nothing. */

/** How far the page reaches out of the window, in CSS pixels, and what does so. */
export async function overflowOf(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    if (scrollWidth <= window.innerWidth) return [];
    const kept = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).overflowX !== 'visible' || kept(element.parentElement));
    const wide = [...document.querySelectorAll('main *, header *, footer *')]
      .filter((element) => element.getBoundingClientRect().right > window.innerWidth)
      // What a box around it scrolls or cuts off is not what widens the page.
      .filter((element) => !kept(element.parentElement))
      .map(({ outerHTML }) => `${scrollWidth}: ${outerHTML.slice(0, 160)}`);
    return wide.length > 0 ? wide : [`${scrollWidth}: by what is no element`];
  });
}

/** Texts that a box around them cuts off, but for those in boxes matching `meant`. */
export async function cutTextOf(page: Page, meant: string): Promise<string[]> {
  return await page.evaluate((selector) => {
    const clips = (element: Element) => /hidden|clip/.test(getComputedStyle(element).overflow);
    const cut: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      let box = text.parentElement;
      if (text.textContent?.trim() === '' || box?.closest(selector)) continue;
      while (box && !clips(box)) box = box.parentElement;
      if (!box) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const [inner, outer] = [range.getBoundingClientRect(), box.getBoundingClientRect()];
      const fits = inner.right <= outer.right + 1 && inner.bottom <= outer.bottom + 1;
      if (!fits) cut.push(`${box.className}: ${text.textContent}`);
    }
    return cut;
  }, meant);
}

/** The spacing that WCAG 2.2, 1.4.12 asks a page to bear. */
export async function spaceText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    // A style sheet made by script, as an extension's would be: the page's policy forbids inline styles.
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    );
    document.adoptedStyleSheets = [sheet];
  });
}

/** What of the page moves by itself or on a change: elements with a transition or an animation. */
export async function movingOf(page: Page): Promise<string[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        return /[1-9]/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth';
      })
      .map((element) => `${element.tagName}.${element.className}`),
  );
}

/** What has the focus. */
export interface Focused {
  /** Its text, value or label. */
  name: string;
  href: string | null;
  /** Whether an outline of two pixels or more is drawn around it, or around the line that it is the control of. */
  outlined: boolean;
  /** Whether all of its top edge is inside the window. */
  inView: boolean;
}

export async function focusOf(page: Page): Promise<Focused> {
  return await page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const marked = [element, element.closest('label, .choice')].some((each) => {
      if (each === null) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(each);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    });
    const { top, left, right } = element.getBoundingClientRect();
    return {
      name: (element.textContent || element.getAttribute('value') || element.tagName).trim(),
      href: element.getAttribute('href'),
      outlined: marked,
      inView: top >= 0 && top < window.innerHeight && left >= 0 && right <= window.innerWidth,
    };
  });
}
