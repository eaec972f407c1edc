import { join } from 'node:path';
import {
  changesResponseSchema,
  ENTRY_KINDS,
  type Entry,
  type EntryKind,
  entriesResponseSchema,
  revisionResponseSchema,
} from '@passerelle/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seed } from '../../src/seed/seed.ts';
import { documentsOf } from '../support/content.ts';
import { databases } from '../support/databases.ts';
import type { TestCms } from '../support/strapi.ts';

const SEED = join(import.meta.dirname, '../../seed');

const PROCESSOR = {
  name: 'Courrier Exemple',
  service: 'Envoi de courriels',
  information: 'Adresse de courriel, contenu des messages',
  place: 'Ontario',
  outsideQuebec: true,
};

/** The whole demonstration content, read the way the site reads it. */
describe.each(databases)('the site’s contract on $name', ({ start }) => {
  let cms: TestCms;
  beforeAll(async () => {
    cms = await start();
    await seed(cms.strapi, { folder: SEED, force: false });
    // The demo has no processor.
    await documentsOf(cms, 'processor').create({ data: PROCESSOR });
  });
  afterAll(() => cms.stop());

  async function read(path: string): Promise<unknown> {
    const response = await cms.get(path, cms.siteToken);
    expect(response.status).toBe(200);
    return response.json();
  }

  async function readAll(kind: EntryKind, limit: number): Promise<Entry[]> {
    const entries: Entry[] = [];
    let after: number | null = 0;
    while (after !== null) {
      const page = entriesResponseSchema.parse(
        await read(`/api/site/entries?kind=${kind}&after=${after}&limit=${limit}`),
      );
      entries.push(...page.entries);
      after = page.next;
    }
    return entries;
  }

  it('names the content', async () => {
    const { revision } = revisionResponseSchema.parse(await read('/api/site/revision'));
    expect(revision).toBeGreaterThan(0);
  });

  // Issues come of sending: the seed has none.
  it.each(ENTRY_KINDS.filter((kind) => kind !== 'issue'))(
    'gives every %s in pages, each once',
    async (kind) => {
      const entries = await readAll(kind, 7);
      expect(entries.length).toBeGreaterThan(0);
      for (const entry of entries) expect(entry.kind).toBe(kind);
      const keys = entries.map(({ documentId, locale }) => `${documentId} ${locale}`);
      expect(new Set(keys).size).toBe(keys.length);
      expect(await readAll(kind, 500)).toEqual(entries);
    },
  );

  it('tells of a processor its name and its place, and no more', async () => {
    const [{ documentId, ...processor } = { documentId: '' }] = await readAll('processor', 5);
    expect(documentId).not.toBe('');
    expect(processor).toEqual({
      ...{ kind: 'processor', locale: null, endedOn: null },
      ...{ name: PROCESSOR.name, place: PROCESSOR.place, outsideQuebec: true },
    });
  });

  it('gives the same content by changes as by entries', async () => {
    const byChanges = new Map<string, Entry>();
    let since = 0;
    for (;;) {
      const page = changesResponseSchema.parse(await read(`/api/site/changes?since=${since}&limit=10`));
      for (const { kind, documentId, locale, entry } of page.changes) {
        if (entry !== null) byChanges.set(`${kind} ${documentId} ${locale}`, entry);
      }
      since = page.revision;
      if (!page.more) break;
    }
    const all = (await Promise.all(ENTRY_KINDS.map((kind) => readAll(kind, 500)))).flat();
    const byEntries = new Map(
      all.map((entry) => [`${entry.kind} ${entry.documentId} ${entry.locale}`, entry] as const),
    );
    expect(byChanges).toEqual(byEntries);
    expect(revisionResponseSchema.parse(await read('/api/site/revision')).revision).toBe(since);
  });

  it('refers only to what is public, in the locale of the entry', async () => {
    const all = (await Promise.all(ENTRY_KINDS.map((kind) => readAll(kind, 500)))).flat();
    const known = new Set(all.map(({ documentId, locale }) => `${documentId} ${locale}`));
    const articles = all.filter((entry) => entry.kind === 'article');
    expect(articles).toHaveLength(40);
    for (const article of articles) {
      const polls = article.body.flatMap((block) => (block.type === 'poll' ? [block.poll] : []));
      const references = [
        article.category,
        ...article.tags,
        ...article.authors,
        ...article.programmes,
        ...article.pinnedRelated,
        ...polls,
      ];
      expect(article.category).not.toBeNull();
      for (const reference of references) expect(known).toContain(`${reference} ${article.locale}`);
    }
  });

  it('serves the pictures it names', async () => {
    const articles = await readAll('article', 500);
    const [first] = articles;
    expect(first?.kind === 'article' && first.cover?.alt).toBeTruthy();
    for (const entry of articles) {
      if (entry.kind !== 'article' || entry.cover === null) throw new Error('an article has no cover');
      const response = await fetch(cms.address + entry.cover.url, { method: 'HEAD' });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe(entry.cover.mime);
    }
  });

  it('keeps to the dates the seed gives', async () => {
    const articles = await readAll('article', 500);
    for (const entry of articles) {
      if (entry.kind === 'article') expect(entry.modifiedAt).toBe(entry.publishedAt);
    }
  });
});
