import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { consentTextSchema, guideSchema, LOCALES, type Locale } from '@passerelle/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seed } from '../../src/seed/seed.ts';
import { changesSince } from '../support/content.ts';
import { databases } from '../support/databases.ts';
import type { TestCms } from '../support/strapi.ts';

const SEED = join(import.meta.dirname, '../../seed');

interface GuideFile {
  questions: { key: string; options: { key: string; target: { to: string; key?: string } }[] }[];
}

describe.each(databases)('the demonstration’s guide on $name', ({ start }) => {
  let cms: TestCms;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'passerelle-seed-'));
    for (const type of ['guide', 'consent-text']) {
      cpSync(join(SEED, type), join(folder, type), { recursive: true });
    }
    cms = await start();
    await seed(cms.strapi, { folder, force: false });
  });
  afterAll(async () => {
    await cms.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  function change<Content>(file: string, edit: (text: Content) => void): void {
    const path = join(folder, file);
    const content: Record<Locale, Content> = JSON.parse(readFileSync(path, 'utf8'));
    for (const locale of LOCALES) edit(content[locale]);
    writeFileSync(path, JSON.stringify(content));
  }

  async function published(kind: 'guide' | 'consent-text') {
    const changes = await changesSince(cms, 0);
    return changes.flatMap(({ entry }) => (entry?.kind === kind ? [entry] : []));
  }

  it('is published in both languages, and says that it informs in general only', async () => {
    const guides = (await published('guide')).map((entry) => guideSchema.parse(entry));
    expect(guides.map(({ locale, version }) => [locale, version])).toEqual([
      ['fr-CA', 1],
      ['en-CA', 1],
    ]);
    const says = { 'fr-CA': /information générale/i, 'en-CA': /general information/i };
    for (const { locale, pages, questions } of guides) {
      for (const { title, body } of pages) expect(JSON.stringify(body), title).toMatch(says[locale]);
      expect(questions[0]?.hint).toMatch(says[locale]);
    }
  });

  it('has a wording for every purpose, in both languages', async () => {
    const versions = (await published('consent-text')).map(
      (entry) => `${consentTextSchema.parse(entry).version} ${entry.locale}`,
    );
    expect(versions.sort()).toEqual(
      ['inquiry-1', 'newsletter-1', 'notice-1', 'transfer-1'].flatMap((version) => [
        `${version} en-CA`,
        `${version} fr-CA`,
      ]),
    );
  });

  it('changes in both languages at once, under the next version', async () => {
    change<GuideFile>('guide/guide.json', ({ questions }) => {
      const option = questions.find(({ key }) => key === 'citoyennete-situation')?.options[0];
      if (option) option.target = { to: 'page', key: 'refus-avec-delai' };
    });
    expect((await seed(cms.strapi, { folder, force: false })).counts).toMatchObject({ updated: 1 });
    expect((await published('guide')).map((entry) => guideSchema.parse(entry).version)).toEqual([2, 2]);
  });

  it('can’t change the words that people have agreed to', async () => {
    change<{ label: string }>('consent-text/inquiry-1.json', (text) => {
      text.label = 'Autre chose';
    });
    await expect(seed(cms.strapi, { folder, force: false })).rejects.toMatchObject({
      details: { code: 'wording-fixed' },
    });
  });
});
