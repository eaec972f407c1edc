import { test } from '@playwright/test';
import { openAtelier } from '../support/atelier.ts';
import { shoot } from '../support/shoot.ts';

test('atelier', async ({ page }) => {
  test.setTimeout(180_000);
  const atelier = await openAtelier();
  try {
    await page.goto(atelier.url);
    await page.reload();
    await shoot(page, 'atelier');
  } finally {
    await atelier.close();
  }
});
