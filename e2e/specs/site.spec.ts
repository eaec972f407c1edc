import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { XMLValidator } from 'fast-xml-parser';
import { read, told } from '../support/newsroom.ts';

const PAGES = [
  '/',
  '/en/',
  '/nouvelles/',
  '/en/news/',
  '/nouvelles/regionalisation-plan/',
  '/nouvelles/eimt-employeurs/',
  '/en/news/regional-immigration-plan/',
  '/nouvelles/categorie/etudes/',
  '/nouvelles/page/1/',
  '/confidentialite/',
  '/contact/',
  '/404/',
];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    for (const path of PAGES) {
      test(`${path} has nothing for axe to complain of`, async ({ page }) => {
        await page.goto(new URL(path, told('SITE_URL')).href);
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      });
    }
  });
}

test('reading asks nothing of third parties, sets no cookie, runs a script for an open poll alone, and breaks no policy', async ({
  page,
  context,
}) => {
  const site = new URL(told('SITE_URL'));
  const foreign: string[] = [];
  const complaints: string[] = [];
  let scripts = 0;
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== site.origin) foreign.push(request.url());
    if (request.resourceType() === 'script') scripts += 1;
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) complaints.push(message.text());
  });
  for (const path of PAGES) {
    scripts = 0;
    await page.goto(new URL(path, site).href, { waitUntil: 'networkidle' });
    const asks = await page.locator('form.poll-form').count();
    expect(scripts > 0, path).toBe(asks > 0);
  }
  expect(foreign).toEqual([]);
  expect(complaints).toEqual([]);
  expect(await context.cookies()).toEqual([]);
});

test('no page carries inline code', async () => {
  for (const path of PAGES) {
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

test('feeds and sitemaps are well-formed', async () => {
  const files = [
    '/nouvelles/rss.xml',
    '/nouvelles/atom.xml',
    '/en/news/rss.xml',
    '/en/news/atom.xml',
    '/sitemap-index.xml',
    '/sitemap-news.xml',
  ];
  for (const file of files) expect(XMLValidator.validate(await read(file)), file).toBe(true);
  const feed = JSON.parse(await read('/nouvelles/feed.json'));
  expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
  expect(feed.items.length).toBeGreaterThan(0);
});

for (const width of [320, 360, 768, 1440]) {
  test(`nothing is cut off at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const path of ['/', '/nouvelles/eimt-employeurs/', '/nouvelles/']) {
      await page.goto(new URL(path, told('SITE_URL')).href);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, path).toBeLessThanOrEqual(0);
    }
  });
}
