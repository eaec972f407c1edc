import { expect, test } from '@playwright/test';
import { feedFaultsOf, wrong } from '../support/feeds.ts';
import { htmlFaultsOf } from '../support/html-rules.ts';
import { READ_PAGES } from '../support/page-types.ts';
import { newsSitemapSchema, sitemapIndexSchema, sitemapSchema } from '../support/schemas/sitemap.ts';
import { structuredDataSchema } from '../support/schemas/structured-data.ts';
import { parseXml } from '../support/schemas/xml.ts';
import { receive } from '../support/wire.ts';

for (const { name, path } of READ_PAGES) {
  test(`${name} is valid HTML`, async () => {
    expect(await htmlFaultsOf((await receive(path)).text)).toEqual([]);
  });
}

// Those that are come to by doing something are visited once, by access.spec.ts.

const LISTS = [
  ...['/nouvelles/', '/en/news/', '/nouvelles/categorie/etudes/', '/en/news/category/studies/'],
  ...['/programmes/pstq/rondes/', '/en/programs/pstq/rounds/'],
];
for (const list of LISTS) {
  test(`the feeds of ${list} are RSS 2.0, Atom 1.0 and JSON Feed 1.1`, async () => {
    expect(await feedFaultsOf(list)).toEqual([]);
  });
}

test('the sitemaps are as the protocol says', async () => {
  const index = (await receive('/sitemap-index.xml')).text;
  expect(wrong(sitemapIndexSchema, parseXml(index))).toEqual([]);
  const files = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address = '']) => new URL(address).pathname,
  );
  expect(files.length).toBeGreaterThanOrEqual(2);
  for (const file of files)
    expect(wrong(sitemapSchema, parseXml((await receive(file)).text)), file).toEqual([]);
  expect(wrong(newsSitemapSchema, parseXml((await receive('/sitemap-news.xml')).text))).toEqual([]);
});

test('structured data has what each type of it needs, and refers to what is there', async () => {
  const types = new Set<string>();
  for (const { name, path } of READ_PAGES) {
    const { text } = await receive(path);
    const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text) ?? [];
    if (json === undefined) continue;
    expect(wrong(structuredDataSchema, JSON.parse(json)), name).toEqual([]);
    for (const { '@type': type } of structuredDataSchema.parse(JSON.parse(json))['@graph']) types.add(type);
    const ids = (pattern: RegExp) => [...json.matchAll(pattern)].map(([, id]) => id);
    const defined = ids(/"@type":"\w+","@id":"([^"]+)"/g);
    for (const id of ids(/\{"@id":"([^"]+)"\}/g)) expect(defined, name).toContain(id);
  }
  expect([...types].sort()).toEqual([
    'BreadcrumbList',
    'Dataset',
    'DefinedTermSet',
    'NewsArticle',
    'ProfessionalService',
    'WebPage',
    'WebSite',
  ]);
});
