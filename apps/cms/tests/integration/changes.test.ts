import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bodyOf,
  category,
  changesSince,
  documentsOf,
  draftArticle,
  publish,
  publishedArticle,
  revisionOf,
  write,
} from '../support/content.ts';
import { databases } from '../support/databases.ts';
import { pngFile, uploadFile } from '../support/files.ts';
import type { TestCms } from '../support/strapi.ts';

describe.each(databases)('changes on $name', ({ name, start }) => {
  let cms: TestCms;
  beforeAll(async () => {
    cms = await start();
  });
  afterAll(() => cms.stop());

  /** What was told since a revision, as `kind locale ±`. */
  const told = async (since: number) =>
    (await changesSince(cms, since)).map(
      ({ kind, locale, entry }) => `${kind} ${locale ?? '–'} ${entry === null ? '−' : '+'}`,
    );

  it('tell of publication, and not of drafts', async () => {
    const start = await revisionOf(cms);
    const documentId = await draftArticle(cms, { title: 'Brouillon' });
    await write(cms, 'article', documentId, 'fr-CA', { title: 'Brouillon, revu' });
    expect(await told(start)).toEqual([]);
    await publish(cms, 'article', documentId);
    expect(await told(start)).toEqual(['article fr-CA +']);
    await write(cms, 'article', documentId, 'fr-CA', { title: 'Brouillon, encore' });
    await documentsOf(cms, 'article').discardDraft?.({ documentId, locale: 'fr-CA' });
    const published = await revisionOf(cms);
    await documentsOf(cms, 'article').unpublish?.({ documentId, locale: 'fr-CA' });
    expect(await told(published)).toEqual(['article fr-CA −']);
  });

  it('name each document once, at its newest change', async () => {
    const documentId = await publishedArticle(cms, { title: 'Souvent' });
    const since = (await revisionOf(cms)) - 1;
    for (const title of ['Souvent 2', 'Souvent 3']) {
      await write(cms, 'article', documentId, 'fr-CA', { title });
      await publish(cms, 'article', documentId);
    }
    const changes = await changesSince(cms, since);
    expect(changes.filter((change) => change.documentId === documentId)).toHaveLength(1);
    expect(changes.at(-1)?.entry).toMatchObject({ title: 'Souvent 3' });
  });

  it('tell of both locales when what they share is published', async () => {
    const documentId = await publishedArticle(cms, { title: 'Partage' });
    await write(cms, 'article', documentId, 'en-CA', { title: 'Shared', body: bodyOf('Hello.') });
    await publish(cms, 'article', documentId, 'en-CA');
    const since = await revisionOf(cms);
    await write(cms, 'article', documentId, 'fr-CA', { verifiedAt: '2026-11-01' });
    await publish(cms, 'article', documentId, 'fr-CA');
    const changes = await changesSince(cms, since);
    expect(changes.map((change) => change.locale).sort()).toEqual(['en-CA', 'fr-CA']);
    for (const { entry } of changes) expect(entry).toMatchObject({ verifiedAt: '2026-11-01' });
  });

  it('tell of the documents that referred to what is gone', async () => {
    const gone = await category(cms, 'Passagère');
    const referring = await publishedArticle(cms, { title: 'Classé', category: gone });
    const since = await revisionOf(cms);
    await documentsOf(cms, 'category').delete({ documentId: gone, locale: 'fr-CA' });
    const changes = await changesSince(cms, since);
    expect(changes).toContainEqual(expect.objectContaining({ kind: 'category', entry: null }));
    expect(changes).toContainEqual(
      expect.objectContaining({
        documentId: referring,
        entry: expect.objectContaining({ category: null }),
      }),
    );
  });

  it('keep references alive when their target is published again', async () => {
    const target = await publishedArticle(cms, { title: 'Cible' });
    const referring = await publishedArticle(cms, {
      title: 'Remplacé',
      supersededBy: target,
      pinnedRelated: [target],
    });
    await write(cms, 'article', target, 'fr-CA', { title: 'Cible, revue' });
    await publish(cms, 'article', target);
    const change = (await changesSince(cms, 0)).find((each) => each.documentId === referring);
    expect(change?.entry).toMatchObject({ supersededBy: target, pinnedRelated: [target] });
    const since = await revisionOf(cms);
    await documentsOf(cms, 'article').unpublish?.({ documentId: target, locale: 'fr-CA' });
    const after = (await changesSince(cms, since)).find((each) => each.documentId === referring);
    expect(after?.entry).toMatchObject({ supersededBy: null, pinnedRelated: [] });
  });

  it('are all or nothing with the write and the job', async () => {
    const documentId = await publishedArticle(cms, { title: 'Tout ou rien' });
    await write(cms, 'article', documentId, 'fr-CA', { title: 'Rien' });
    await cms.strapi.db.connection(jobTable(name)).where({ name: 'site.notice' }).delete();
    const revision = await revisionOf(cms);
    await expect(
      cms.strapi.db.transaction(async () => {
        await publish(cms, 'article', documentId);
        throw new Error('the power went out');
      }),
    ).rejects.toThrow('the power went out');
    expect(await revisionOf(cms)).toBe(revision);
    expect(await noticeCount(cms, name)).toBe(0);
    const entry = (await changesSince(cms, 0)).find((each) => each.documentId === documentId)?.entry;
    expect(entry).toMatchObject({ title: 'Tout ou rien' });

    await publish(cms, 'article', documentId);
    expect(await revisionOf(cms)).toBeGreaterThan(revision);
    expect(await noticeCount(cms, name)).toBe(1);
  });

  it('come in order whoever writes at the same time', async () => {
    const documents = await Promise.all(
      Array.from({ length: 12 }, (_, index) => draftArticle(cms, { title: `Parallèle ${index}` })),
    );
    const seen = new Set<string>();
    let cursor = await revisionOf(cms);
    let done = false;
    const reading = (async () => {
      for (;;) {
        const last = done;
        const response = await cms.get(`/api/site/changes?since=${cursor}`, cms.siteToken);
        const page = (await response.json()) as {
          revision: number;
          changes: { documentId: string }[];
        };
        for (const change of page.changes) seen.add(change.documentId);
        cursor = page.revision;
        if (last) return;
      }
    })();
    await Promise.all(documents.map((documentId) => publish(cms, 'article', documentId)));
    done = true;
    await reading;
    expect([...seen].sort()).toEqual([...documents].sort());
  });

  describe('of an image', () => {
    it('its focal point is a change of what shows it', async () => {
      const file = await uploadFile(cms, await pngFile('foyer.png', 40, 30));
      const documentId = await publishedArticle(cms, { title: 'Foyer', cover: file, coverAlt: 'Un foyer' });
      const since = await revisionOf(cms);
      const upload = cms.strapi.plugin('upload').service('upload');
      await upload.updateFileInfo(file, { focalPoint: { x: 80, y: 12.5 } });
      expect(await changesSince(cms, since)).toEqual([
        expect.objectContaining({
          documentId,
          entry: expect.objectContaining({ cover: expect.objectContaining({ focus: { x: 80, y: 12.5 } }) }),
        }),
      ]);
    });

    it('without words for who can’t see it, it is published only as decorative', async () => {
      const file = await uploadFile(cms, await pngFile('muette.png', 40, 30));
      const body = [{ __component: 'blocks.figure', image: file }];
      const refusal = {
        details: { code: 'unreadable', errors: [{ path: ['coverAlt'] }, { path: ['body', '0', 'alt'] }] },
      };
      await expect(publishedArticle(cms, { title: 'Muette', cover: file, body })).rejects.toMatchObject(
        refusal,
      );
      const since = await revisionOf(cms);
      await publishedArticle(cms, {
        title: 'Ornée',
        ...{ cover: file, coverAlt: 'Oubliée là', coverDecorative: true },
        body: [{ ...body[0], decorative: true }],
      });
      const [change] = await changesSince(cms, since);
      expect(change?.entry).toMatchObject({ cover: { alt: '' }, body: [{ image: { alt: '' } }] });
    });

    it('touch what shows it, and an image that is shown stays', async () => {
      const file = await uploadFile(cms, await pngFile('une.png', 40, 30));
      const cover = await publishedArticle(cms, { title: 'Couverture', cover: file, coverAlt: 'Une' });
      const figure = await publishedArticle(cms, {
        title: 'Figure',
        body: [{ __component: 'blocks.figure', image: file, alt: 'Une figure' }],
      });
      const since = await revisionOf(cms);
      const upload = cms.strapi.plugin('upload').service('upload');
      await upload.replace(file, { data: {}, file: await pngFile('autre.png', 80, 60) });
      const changes = await changesSince(cms, since);
      expect(changes.map((change) => change.documentId).sort()).toEqual([cover, figure].sort());
      expect(changes).toContainEqual(
        expect.objectContaining({
          entry: expect.objectContaining({ cover: expect.objectContaining({ width: 80, height: 60 }) }),
        }),
      );
      const stored = await upload.findOne(file);
      await expect(upload.remove(stored)).rejects.toMatchObject({ details: { code: 'image-in-use' } });
      expect((await fetch(cms.address + stored.url)).status).toBe(200);
      for (const documentId of [cover, figure]) {
        await documentsOf(cms, 'article').unpublish?.({ documentId, locale: 'fr-CA' });
      }
      await upload.remove(stored);
      expect(await upload.findOne(file)).toBeNull();
    });
  });
});

function jobTable(database: string): string {
  return database === 'SQLite' ? 'passerelle_jobs' : 'passerelle_jobs.job';
}

async function noticeCount(cms: TestCms, database: string): Promise<number> {
  const row = await cms.strapi.db
    .connection(jobTable(database))
    .where({ name: 'site.notice' })
    .count('* as count')
    .first();
  return Number(row?.count);
}
