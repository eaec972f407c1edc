import { expect, test } from '@playwright/test';
import { read, told } from '../support/newsroom.ts';
import { READ_PAGES, visit } from '../support/page-types.ts';

test('reading asks nothing of third parties, sets no cookie and breaks no policy', async ({
  page,
  context,
}) => {
  const site = new URL(told('SITE_URL'));
  const foreign: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== site.origin) foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && !/ 4(?:04|10) /.test(message.text())) complaints.push(message.text());
  });
  for (const type of READ_PAGES) {
    await visit(page, type);
    await page.waitForLoadState('networkidle');
  }
  expect(foreign).toEqual([]);
  expect(complaints).toEqual([]);
  expect(await context.cookies()).toEqual([]);
});

test('no page carries inline code', async () => {
  for (const { path } of READ_PAGES) {
    const html = await read(path);
    expect(html, path).not.toMatch(/<script(?![^>]*(?:\bsrc=|application\/ld\+json))/i);
    expect(html, path).not.toMatch(/<style\b/i);
    expect(html, path).not.toMatch(/<[^>]+\s(?:style|on\w+)=/i);
  }
});

test('the language switch leads to the same article, and back', async ({ page }) => {
  await page.goto(new URL('/nouvelles/regionalisation-plan/', told('SITE_URL')).href);
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr-CA');
  await page.getByRole('banner').getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(/\/en\/news\/regional-immigration-plan\/$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-CA');
  await page.getByRole('banner').getByRole('link', { name: 'Français' }).click();
  await expect(page).toHaveURL(/\/nouvelles\/regionalisation-plan\/$/);
});

test('every link inside the site leads somewhere', async () => {
  const queue = ['/', '/en/'];
  const met = new Set(queue);
  const broken: string[] = [];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const response = await fetch(new URL(path, told('SITE_URL')));
    if (response.status !== 200) broken.push(`${response.status} ${path}`);
    const html = response.headers.get('content-type')?.startsWith('text/html') ? await response.text() : '';
    for (const [, link = ''] of html.matchAll(/(?:href|src)="(\/[^"#?]*)"/g)) {
      if (met.has(link)) continue;
      met.add(link);
      queue.push(link);
    }
  }
  expect(broken).toEqual([]);
  expect(met.size).toBeGreaterThan(80);
});
