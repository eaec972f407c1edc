import { importPlainText } from '@passerelle/importer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importDraft } from '../../src/api/article/adapters/imports.ts';
import { changesSince, documentsOf, publicLocales, publish, write } from '../support/content.ts';
import { databases } from '../support/databases.ts';
import type { TestCms } from '../support/strapi.ts';

/** A page of our own with the damage of the old site: a lost no-break space, and furniture around the text. */
const PAGE = `Retour aux nouvelles

Des trains pour les régions

14 septembre 2026

Le ministère annonce de nouveaux trajets vers l'est de la province. Ils ouvriront au printemps.

Une mairesse a répondu : «?Les gares attendaient ces trains depuis longtemps », puis a coupé un ruban.

Trois lignes sont prévues :

- la ligne du fleuve
- la ligne du fjord
- la ligne du lac

Les horaires seront publiés plus tard dans l'année, après une consultation des municipalités.
`;

function articleOf(text: string) {
  const result = importPlainText(new TextEncoder().encode(text), {
    sourceId: 'text:trains.txt',
    locale: 'fr-CA',
  });
  if (!result.ok) throw new Error(result.error);
  return result.article;
}

describe.each(databases)('an import on $name', ({ start }) => {
  let cms: TestCms;
  beforeAll(async () => {
    cms = await start();
  });
  afterAll(() => cms.stop());

  it('makes one draft, whatever the number of times it is run', async () => {
    const first = await importDraft(cms.strapi, articleOf(PAGE));
    expect(first.outcome).toBe('created');
    expect(await importDraft(cms.strapi, articleOf(PAGE))).toEqual({ ...first, outcome: 'unchanged' });
    expect(await publicLocales(cms, 'article', first.documentId)).toEqual([]);
    expect(await changesSince(cms, 0)).toEqual([]);
    const draft = await documentsOf(cms, 'article').findOne({
      documentId: first.documentId,
      locale: 'fr-CA',
      populate: ['body'],
    });
    expect(draft).toMatchObject({
      title: 'Des trains pour les régions',
      slug: 'des-trains-pour-les-regions',
    });
    expect(JSON.stringify(draft)).toContain('«\u00a0Les gares');
  });

  it('follows its source, and never overwrites an editor', async () => {
    const changed = articleOf(PAGE.replace('Trois lignes', 'Quatre lignes'));
    const { documentId, outcome } = await importDraft(cms.strapi, changed);
    expect(outcome).toBe('updated');
    await write(cms, 'article', documentId, 'fr-CA', { title: 'Des trains, enfin' });
    const again = articleOf(PAGE.replace('Trois lignes', 'Cinq lignes'));
    expect(await importDraft(cms.strapi, again)).toEqual({ outcome: 'kept', documentId });
  });

  it('can be published as it is, on its own date', async () => {
    const article = { ...articleOf(PAGE), sourceId: 'text:autre.txt' };
    const { documentId } = await importDraft(cms.strapi, article);
    await publish(cms, 'article', documentId);
    const told = (await changesSince(cms, 0)).find((change) => change.documentId === documentId);
    expect(told?.entry).toMatchObject({ publishedAt: '2026-09-14T17:00:00.000Z', body: article.body });
  });
});
