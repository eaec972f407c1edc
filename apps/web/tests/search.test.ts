import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { onDemandRoutes } from '../server/on-demand.ts';
import { showResults } from '../src/features/search/show-results.ts';
import { snapshotSearch } from '../src/published/search/search.ts';
import { readSnapshot, snapshotPath } from '../src/published/snapshot.ts';
import { memorySubmissions } from '../src/testing/memory-submissions.ts';
import { writeSnapshot } from '../src/testing/published-with.ts';
import { demoContent } from './support/demo-content.ts';
import { article, documentId } from './support/entries.ts';
import { articles, cmsWith, siteWith } from './support/site.ts';

const ENGINE = resolve(import.meta.dirname, '../dist/engine');

test('the search follows what is published, changed and withdrawn', async () => {
  const cms = cmsWith(articles(6));
  const site = siteWith(cms);
  await site.build();
  const database = readSnapshot(snapshotPath(site.dataDir));
  const search = snapshotSearch(database);
  const found = (question: string) => search('fr-CA', question, 1).hits.map(({ entry }) => entry.documentId);

  expect(found('orignal')).toEqual([]);
  cms.publish(article('faune', { title: 'Un orignal' }));
  await site.build();
  expect(found('orignaux')).toEqual([documentId('faune')]);

  cms.publish(article('faune', { title: 'Un caribou' }));
  await site.build();
  expect(found('orignal')).toEqual([]);
  expect(found('caribous')).toEqual([documentId('faune')]);

  cms.withdraw('article', documentId('faune'), 'fr-CA');
  await site.build();
  expect(found('caribou')).toEqual([]);

  cms.restore();
  cms.publish(article('faune', { title: 'Un béluga' }));
  await site.build();
  expect(found('beluga')).toEqual([documentId('faune')]);
  expect(found('titre')).toHaveLength(6);
  database.close();
});

describe('the page', () => {
  let origin = '';
  let stop = async () => {};

  beforeAll(async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'passerelle-web-'));
    process.env.DATA_DIR = dataDir;
    writeSnapshot(snapshotPath(dataDir), demoContent()).close();
    const onDemand = await onDemandRoutes(ENGINE, 'https://passerelle.example', {
      forRequest: () => memorySubmissions([]).submissions,
    });
    const server = createServer(async (request, response) => {
      if (!onDemand.matches(request.url ?? '/')) response.writeHead(404).end();
      else await onDemand.answer(request, response, { body: null, address: '127.0.0.1', requestId: 'r' });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`;
    stop = async () => {
      await new Promise((done) => server.close(done));
      rmSync(dataDir, { recursive: true });
    };
  });
  afterAll(() => stop());

  const pageAt = async (path: string) => {
    const response = await fetch(origin + path);
    expect(response.status).toBe(200);
    return { response, document: parseHTML(await response.text()).document };
  };
  const dataAt = async (path: string) =>
    await (await fetch(origin + path, { headers: { accept: 'application/json' } })).json();
  /** What a visitor gets of an element: what is in it that isn't hidden, with all attributes. */
  const outline = (node: Element | null): unknown =>
    node && [
      node.localName,
      node
        .getAttributeNames()
        .toSorted()
        .map((name) => `${name}=${node.getAttribute(name)}`),
      [...node.childNodes]
        .map((child) => (child.nodeType === 3 ? child.textContent?.trim() : ''))
        .join(' ')
        .trim(),
      [...node.children].filter((child) => !child.hasAttribute('hidden')).map(outline),
    ];
  const textOf = (element: Element | null) => element?.textContent?.replace(/\s+/g, ' ').trim();

  it.each([
    ['/recherche/?q=parrainer', 'fr-CA', '6 résultats pour « parrainer »', '/nouvelles/parrainer-conjoint/'],
    ['/en/search/?q=sponsor', 'en-CA', '6 results for “sponsor”', '/en/news/sponsoring-your-spouse/'],
  ])('%s shows what was found, without any script', async (path, lang, status, link) => {
    const { response, document } = await pageAt(path);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('vary')).toBe('accept, accept-encoding, cookie');
    expect(document.documentElement.getAttribute('lang')).toBe(lang);
    expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
    expect(textOf(document.querySelector('[role=status]'))).toBe(status);
    expect(document.querySelectorAll('.results h2').length).toBe(Number(status[0]));
    expect(document.querySelector(`.results a[href="${link}"] mark`)).not.toBeNull();
    const form = document.querySelector('search form');
    expect([form?.getAttribute('method'), form?.getAttribute('action')]).toEqual(['get', path.split('?')[0]]);
    const field = form?.querySelector('input');
    expect(field?.getAttribute('value')).toBe(new URL(path, origin).searchParams.get('q'));
    expect(document.querySelector(`label[for="${field?.id}"]`)).not.toBeNull();
  });

  it('tells a programme, its standing and the newest article on it, and leads to its page', async () => {
    const { document } = await pageAt('/recherche/?q=peq');
    const first = document.querySelector('.result');
    expect(textOf(first?.querySelector('.status') ?? null)).toBe('Ouvert');
    expect(first?.querySelector('.result-read a')?.getAttribute('href')).toBe('/nouvelles/peq-fin-parcours/');
    expect(first?.querySelector('.result-link')?.getAttribute('href')).toBe('/programmes/peq/');
  });

  it('keeps what was typed as text', async () => {
    const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>'&`;
    const { document } = await pageAt(`/recherche/?q=${encodeURIComponent(hostile)}`);
    expect(document.querySelector('#search-question')?.getAttribute('value')).toBe(hostile);
    expect(document.querySelectorAll('img, script:not([src])')).toHaveLength(0);
    expect(document.querySelector('title')?.textContent).toContain(hostile);
  });

  it.each([
    '?q=%00%ff%C3',
    '?q=peq&page=1e9',
    '?q=peq&page=-1',
    '?q=a&q=b',
    '?page=x',
    `?q=${'é'.repeat(900)}`,
  ])('answers %s', async (query) => {
    await pageAt(`/recherche/${query}`);
    expect(await dataAt(`/recherche/${query}`)).toHaveProperty('results');
  });

  it.each([
    '/recherche/?q=parrainage',
    '/recherche/?q=PEQ',
    '/recherche/?q=conjiont',
    '/recherche/?q=parrainage%20xyzzyplugh',
    '/recherche/?q=immigration',
    '/recherche/?q=immigration&page=2',
    '/recherche/',
  ])('as its script writes %s, it is as the server does', async (path) => {
    const shown = (document: Document) => outline(document.querySelector('.search-results'));
    const { document } = await pageAt(path);
    for (const before of ['/recherche/', '/recherche/?q=PSTQ', '/recherche/?q=conjiont']) {
      const page = (await pageAt(before)).document;
      const root = page.querySelector('[data-search]');
      if (root) showResults(root, await dataAt(path));
      expect(shown(page), before).toEqual(shown(document));
    }
  });

  it('has a script of 5 KB at most, which no other page loads', () => {
    const scripts = globSync(`${ENGINE}/client/_astro/*.js`);
    const search = scripts.filter((path) => readFileSync(path, 'utf8').includes('data-search'));
    expect(search).toHaveLength(1);
    for (const path of search) expect(brotliCompressSync(readFileSync(path)).length).toBeLessThan(5_000);
  });
});
