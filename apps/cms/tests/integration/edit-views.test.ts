import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startCms, type TestCms } from '../support/strapi.ts';

const ARTICLE = { uid: 'api::article.article' };

const viewSchema = z.looseObject({
  settings: z.looseObject({ mainField: z.string(), defaultSortBy: z.string() }),
  metadatas: z.record(z.string(), z.looseObject({ edit: z.looseObject({ label: z.string().optional() }) })),
  layouts: z.object({
    list: z.array(z.string()),
    edit: z.array(z.array(z.looseObject({ name: z.string() }))),
  }),
});

const manager = (cms: TestCms) => cms.strapi.plugin('content-manager').service('content-types');
const viewOf = async (cms: TestCms) => viewSchema.parse(await manager(cms).findConfiguration(ARTICLE));

describe('edit views', () => {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-cms-'));
  let cms: TestCms;
  beforeAll(async () => {
    cms = await startCms({ folder });
  });
  afterAll(async () => {
    await cms.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('name and order the fields of an article from the first start on', async () => {
    const view = await viewOf(cms);
    expect(view.metadatas.title?.edit.label).toBe('Titre');
    expect(view.settings).toMatchObject({ mainField: 'title', defaultSortBy: 'updatedAt' });
    expect(view.layouts.list).toEqual(['title', 'category', 'updatedAt']);
    expect(
      view.layouts.edit
        .flat()
        .map(({ name }) => name)
        .slice(0, 5),
    ).toEqual(['title', 'slug', 'dek', 'body', 'cover']);
  });

  it('name the fields of a block', async () => {
    const components = cms.strapi.plugin('content-manager').service('components');
    const view = viewSchema
      .omit({ settings: true })
      .parse(await components.findConfiguration({ uid: 'blocks.figure' }));
    expect(view.metadatas.alt?.edit.label).toBe('Texte de remplacement');
  });

  it('keep what an administrator has changed when the CMS starts again', async () => {
    const view = await viewOf(cms);
    const title = view.metadatas.title;
    if (title) title.edit.label = 'Manchette';
    view.layouts.list = ['title', 'updatedAt'];
    await manager(cms).updateConfiguration(ARTICLE, view);
    await cms.stop();
    cms = await startCms({ folder });
    const kept = await viewOf(cms);
    expect(kept.metadatas.title?.edit.label).toBe('Manchette');
    expect(kept.metadatas.slug?.edit.label).toBe('Identifiant d’adresse');
    expect(kept.layouts.list).toEqual(['title', 'updatedAt']);
  });
});
