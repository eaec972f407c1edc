import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

const FOLDER = join(import.meta.dirname, '../../var/screenshots');

/** The window of a picture for the documentation, in CSS pixels. */
export const WINDOW = { width: 1440, height: 960 };
const SCALE = 0.8;

/** What the window shows, as WebP, which Playwright itself doesn't write: `var/screenshots/<name>.webp`. */
export async function picture(page: Page, name: string): Promise<void> {
  // A frame that may run nothing never tells that it is idle.
  if (page.frames().length === 1) await page.waitForLoadState('networkidle');
  const top = await page.evaluate(() => window.scrollY);
  const devtools = await page.context().newCDPSession(page);
  const { data } = await devtools.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 80,
    clip: { x: 0, y: top, ...WINDOW, scale: SCALE },
  });
  await writeFile(join(FOLDER, `${name}.webp`), Buffer.from(data, 'base64'));
}
