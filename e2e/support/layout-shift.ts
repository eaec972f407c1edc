import type { Page } from '@playwright/test';

/** Longer than a browser waits for a font before it shows the text in another one. */
const FONTS_AFTER_MS = 600;
const SETTLED_MS = 300;

/** The layout shift of a page (https://wicg.github.io/layout-instability/): the sum of all shifts, and what moved. */
export interface LayoutShift {
  sum: number;
  moved: string[];
}

/**
 * What moves on a first visit while the fonts are slow to come.
 *
 * @param visit opens the page.
 */
export async function shiftWithSlowFonts(page: Page, visit: () => Promise<void>): Promise<LayoutShift> {
  await page.route(/\.woff2$/, async (route) => {
    await new Promise((done) => setTimeout(done, FONTS_AFTER_MS));
    await route.continue();
  });
  await visit();
  await page.waitForTimeout(FONTS_AFTER_MS + SETTLED_MS);
  const shift = await page.evaluate(readShifts);
  await page.unrouteAll({ behavior: 'wait' });
  return shift;
}

/** Runs in the page. */
async function readShifts(): Promise<LayoutShift> {
  const entries = await new Promise<PerformanceEntryList>((resolve) => {
    const observer = new PerformanceObserver((list) => resolve(list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    // The buffer of a page where nothing moved is empty, and never handed out.
    setTimeout(() => resolve([]), 100);
  });
  const shifts = entries.map((entry) => ({
    value: 'value' in entry && typeof entry.value === 'number' ? entry.value : Number.NaN,
    sources: 'sources' in entry && Array.isArray(entry.sources) ? entry.sources : [],
  }));
  return {
    sum: shifts.reduce((sum, { value }) => sum + value, 0),
    moved: shifts.flatMap(({ sources }) =>
      sources.map(({ node }) => `${node?.nodeName} ${node?.textContent?.trim().slice(0, 40)}`),
    ),
  };
}
