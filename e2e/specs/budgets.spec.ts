import { expect, test } from '@playwright/test';
import { shiftWithSlowFonts } from '../support/layout-shift.ts';
import { READ_PAGES, visit } from '../support/page-types.ts';
import { linked, type Received, receive, scriptsOf } from '../support/wire.ts';

/** What a first visit may cost, in bytes as they travel (Brotli). Bytes are the same on every machine; time is not. */
const KB = 1_024;
const HTML_AND_CSS = { reading: 12 * KB, poll: 15 * KB };
const SCRIPTS = 30 * KB;
const FONTS = 46 * KB;

/** The publisher compresses a release after it is live; until then the server does, less well. */
const WITHIN = { timeout: 30_000 };

const sumOf = (all: Iterable<Received>) => [...all].reduce((sum, { bytes }) => sum + bytes, 0);
const stylesOf = (html: string) => linked(html, /\srel="stylesheet"/, 'href');
const hasPollStyles = (html: string) => stylesOf(html).some((path) => /\/polls\.[\w-]+\.css$/.test(path));

/** By how many bytes a page is over its budget; none when it is 0 or less. */
async function excessOf(path: string): Promise<number> {
  const page = await receive(path);
  const styles = await Promise.all(stylesOf(page.text).map(receive));
  for (const { encoding } of [page, ...styles]) expect(encoding, path).toBe('br');
  return sumOf([page, ...styles]) - (hasPollStyles(page.text) ? HTML_AND_CSS.poll : HTML_AND_CSS.reading);
}

for (const { name, path } of READ_PAGES.filter(({ onDemand }) => !onDemand)) {
  test(`${name}: HTML and CSS`, async () => {
    await expect.poll(() => excessOf(path), WITHIN).toBeLessThanOrEqual(0);
  });
}

test('every article of the demo: HTML and CSS', async () => {
  const pathsIn = async (sitemap: string) =>
    [...(await receive(sitemap)).text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
      ([, address = '']) => new URL(address).pathname,
    );
  const pages = (await Promise.all((await pathsIn('/sitemap-index.xml')).map(pathsIn))).flat();
  const articles = pages.filter((path) => /^\/(?:nouvelles|en\/news)\/[^/]+\/$/.test(path));
  expect(articles.length).toBeGreaterThanOrEqual(40);
  for (const path of articles) await expect.poll(() => excessOf(path), WITHIN).toBeLessThanOrEqual(0);
});

test('a poll has styles of its own, which no other page loads', async () => {
  for (const { name, path } of READ_PAGES) {
    const { text } = await receive(path);
    expect(hasPollStyles(text), name).toBe(/\bclass="[^"]*\bpoll-/.test(text));
  }
});

test('an article has one sheet, which every page has, beside that of its poll', async () => {
  const [common] = stylesOf((await receive('/nouvelles/eimt-employeurs/')).text);
  for (const { name, path } of READ_PAGES) {
    const { text } = await receive(path);
    expect(stylesOf(text), name).toContain(common);
    if (name.startsWith('article')) expect(stylesOf(text).length, name).toBe(hasPollStyles(text) ? 2 : 1);
  }
});

test('every class of a page has its styles in the sheets of that page', async () => {
  const classesIn = (text: string, form: RegExp) =>
    new Set([...text.matchAll(form)].flatMap(([, names = '']) => names.split(' ')));
  const sheets = new Map<string, Set<string>>();
  const pages = await Promise.all(
    READ_PAGES.map(async ({ name, path }) => {
      const { text } = await receive(path);
      return { name, links: stylesOf(text), classes: classesIn(text, /\sclass="([^"]*)"/g) };
    }),
  );
  for (const path of new Set(pages.flatMap(({ links }) => links)))
    sheets.set(path, classesIn((await receive(path)).text, /\.(-?[a-z][\w-]*)/g));
  const styled = (links: Iterable<string>, name: string) =>
    [...links].some((path) => sheets.get(path)?.has(name));
  for (const { name, links, classes } of pages) {
    const missing = [...classes].filter((each) => styled(sheets.keys(), each) && !styled(links, each));
    expect(missing, name).toEqual([]);
  }
});

test('a page has scripts only where something is done on it, and then little', async () => {
  for (const { name, path, voting = false, searching = false } of READ_PAGES) {
    const scripts = await scriptsOf((await receive(path)).text);
    expect(scripts.size > 0, name).toBe(voting || searching);
    expect(sumOf(scripts.values()), name).toBeLessThanOrEqual(SCRIPTS);
  }
});

test('reading asks for no script', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') asked.push(request.url());
  });
  for (const type of READ_PAGES.filter(({ voting, searching }) => !voting && !searching))
    await visit(page, type);
  expect(asked).toEqual([]);
});

test('fonts are subsets, two of them preloaded', async () => {
  const { text } = await receive('/');
  const fonts = linked(text, /\srel="preload"[^>]*\sas="font"/, 'href');
  expect(fonts).toHaveLength(2);
  for (const font of fonts) expect(font).toMatch(/-latin-[\w.-]+\.woff2$/);
  expect(sumOf(await Promise.all(fonts.map(receive)))).toBeLessThanOrEqual(FONTS);
});

for (const width of [360, 1440]) {
  test(`nothing moves at ${width} px when fonts are slow`, async ({ context }) => {
    test.setTimeout(240_000);
    const types = READ_PAGES.values();
    // Most of it is waiting.
    const looks = [1, 2, 3].map(async () => {
      const page = await context.newPage();
      await page.setViewportSize({ width, height: 800 });
      for (const type of types) {
        const shift = await shiftWithSlowFonts(page, () => visit(page, type));
        expect(shift, type.name).toEqual({ sum: 0, moved: [] });
      }
    });
    await Promise.all(looks);
  });
}
