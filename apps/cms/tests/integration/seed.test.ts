import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seed } from '../../src/seed/seed.ts';
import { readSeedFiles, SeedError } from '../../src/seed/seed-files.ts';
import { changesSince, documentsOf, publicLocales, publish, revisionOf, write } from '../support/content.ts';
import { databases } from '../support/databases.ts';
import { pngFile } from '../support/files.ts';
import type { TestCms } from '../support/strapi.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/seed');

let folder: string;
/** A seed of its own for each run, whose files a test may change. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-seed-'));
  cpSync(FIXTURES, folder, { recursive: true });
  const { filepath } = await pngFile('pont.png', 60, 40);
  cpSync(filepath, join(folder, 'media/covers/pont.png'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What these tests change of a seed's file. */
interface Seeded {
  'fr-CA': Record<string, unknown>;
  'en-CA'?: unknown;
}

function change(file: string, edit: (content: Seeded) => void): void {
  const path = join(folder, file);
  const content: Seeded = JSON.parse(readFileSync(path, 'utf8'));
  edit(content);
  writeFileSync(path, JSON.stringify(content));
}

describe.each(databases)('the seed on $name', ({ start }) => {
  let cms: TestCms;
  const run = (force = false) => seed(cms.strapi, { folder, force });
  const idOf = async (slug: string) => {
    const row = await cms.strapi.db.query('api::article.article').findOne({ where: { slug } });
    return row.documentId as string;
  };
  beforeAll(async () => {
    cpSync(FIXTURES, folder, { recursive: true });
    cms = await start();
  });
  afterAll(() => cms.stop());

  it('publishes everything, French and English, with what it refers to', async () => {
    const report = await run();
    expect(report.counts).toEqual({ created: 6, updated: 0, unchanged: 0, kept: 0 });
    const premier = await idOf('premier-article');
    const second = await idOf('second-article');
    expect(await publicLocales(cms, 'article', premier)).toEqual(['fr-CA', 'en-CA']);
    const changes = await changesSince(cms, 0);
    const entry = changes.find((each) => each.documentId === premier && each.locale === 'fr-CA')?.entry;
    expect(entry).toMatchObject({
      pinnedRelated: [second],
      publishedAt: '2026-09-14T13:00:00.000Z',
      cover: { mime: 'image/png', width: 60, height: 40, alt: 'Un pont' },
      body: [
        {
          type: 'text',
          content: [
            { type: 'heading', level: 2 },
            {
              type: 'paragraph',
              children: [
                { text: 'Un ' },
                { text: 'mot', bold: true },
                { text: ' ' },
                { type: 'link' },
                { text: '.' },
              ],
            },
            { type: 'list', format: 'unordered' },
            { type: 'quote' },
          ],
        },
        { type: 'table', header: ['Volet', 'Délai | durée'], rows: [['Un', '6\u00a0mois']] },
      ],
    });
    const other = changes.find((each) => each.documentId === second)?.entry;
    expect(other).toMatchObject({ pinnedRelated: [premier] });
  });

  it('writes nothing when nothing has changed', async () => {
    const revision = await revisionOf(cms);
    const files = await cms.strapi.db.query('plugin::upload.file').count();
    expect((await run()).counts).toEqual({ created: 0, updated: 0, unchanged: 6, kept: 0 });
    expect(await revisionOf(cms)).toBe(revision);
    expect(await cms.strapi.db.query('plugin::upload.file').count()).toBe(files);
  });

  it('follows a file that has changed, and takes away a rendition that is gone', async () => {
    change('article/premier-article.json', (content) => {
      content['fr-CA'].title = 'Premier article, revu';
      delete content['en-CA'];
    });
    expect((await run()).counts).toMatchObject({ updated: 1, unchanged: 5 });
    const documentId = await idOf('premier-article');
    expect(await publicLocales(cms, 'article', documentId)).toEqual(['fr-CA']);
    const told = (await changesSince(cms, 0)).find(
      (each) => each.documentId === documentId && each.locale === 'fr-CA',
    );
    expect(told?.entry).toMatchObject({ title: 'Premier article, revu' });
  });

  it('leaves an editor’s change alone, unless it is forced', async () => {
    const documentId = await idOf('second-article');
    await write(cms, 'article', documentId, 'fr-CA', { title: 'Revu par une éditrice' });
    await publish(cms, 'article', documentId);
    change('article/second-article.json', (content) => {
      content['fr-CA'].title = 'Second article, revu';
    });
    const kept = await run();
    expect(kept.kept).toEqual(['article/second-article']);
    const title = async () =>
      (await documentsOf(cms, 'article').findOne({ documentId, locale: 'fr-CA', status: 'published' }))
        ?.title;
    expect(await title()).toBe('Revu par une éditrice');
    await run(true);
    expect(await title()).toBe('Second article, revu');
  });

  it('does not bring back what an editor has deleted, unless it is forced', async () => {
    const documentId = await idOf('second-article');
    await documentsOf(cms, 'article').delete({ documentId, locale: '*' });
    expect((await run()).kept).toEqual(['article/second-article']);
    expect((await run(true)).counts).toMatchObject({ created: 1 });
  });
});

describe('a seed with mistakes', () => {
  it('is refused as a whole, with every file and place', () => {
    const broken = mkdtempSync(join(tmpdir(), 'passerelle-seed-'));
    cpSync(FIXTURES, broken, { recursive: true });
    writeFileSync(join(broken, 'tag/casse.json'), '{ "fr-CA": ');
    writeFileSync(join(broken, 'tag/vide.json'), '{ "fr-CA": { "slug": "Étiquette", "name": "" } }');
    let problems: readonly { file: string; path: string }[] = [];
    try {
      readSeedFiles(broken);
    } catch (error) {
      if (!(error instanceof SeedError)) throw error;
      problems = error.problems;
    }
    expect(problems.map(({ file, path }) => [file, path])).toEqual([
      ['tag/casse.json', ''],
      ['tag/vide.json', 'fr-CA.slug'],
      ['tag/vide.json', 'fr-CA.name'],
    ]);
    rmSync(join(broken, 'tag/casse.json'));
    rmSync(join(broken, 'tag/vide.json'));
    expect(() => readSeedFiles(broken)).toThrow('covers/pont.png');
    rmSync(broken, { recursive: true });
  });
});
