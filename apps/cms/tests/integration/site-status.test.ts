import { randomUUID } from 'node:crypto';
import type { ReleaseReport } from '@passerelle/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentStatusSchema, publicationSchema } from '../../src/api/site-status/domain/answers.ts';
import { tokenFor, tokenWith } from '../support/accounts.ts';
import { documentsOf, draftArticle, publish, publishedArticle, revisionOf } from '../support/content.ts';
import { databases } from '../support/databases.ts';
import type { TestCms } from '../support/strapi.ts';

const READ = 'plugin::content-manager.explorer.read';

describe.each(databases)('site status on $name', ({ start }) => {
  let cms: TestCms;
  let administrator: string;
  beforeAll(async () => {
    cms = await start();
    administrator = await tokenFor(cms, cms.administrator);
  });
  afterAll(() => cms.stop());

  const address = (documentId: string, locale = 'fr-CA') =>
    `/passerelle/site-status?kind=article&documentId=${documentId}&locale=${locale}`;

  async function statusOf(documentId: string) {
    const response = await cms.get(address(documentId), administrator);
    expect(response.status).toBe(200);
    return documentStatusSchema.parse(await response.json());
  }

  async function tell(report: Partial<ReleaseReport> & Pick<ReleaseReport, 'state'>): Promise<void> {
    const now = new Date().toISOString();
    const ended = ['live', 'failed', 'rolled-back'].includes(report.state);
    const whole: ReleaseReport = {
      build: randomUUID(),
      revision: await revisionOf(cms),
      startedAt: now,
      finishedAt: ended ? now : null,
      durationMs: ended ? 1_200 : null,
      pagesWritten: 4,
      pagesTotal: 90,
      failure: null,
      ...report,
    };
    expect((await cms.post('/api/site/releases', whole, cms.reportToken)).status).toBe(204);
  }

  describe('who may ask', () => {
    it('nobody without signing in, and no token of the site', async () => {
      const documentId = await draftArticle(cms, { title: 'Fermé' });
      for (const path of [address(documentId), '/passerelle/publication']) {
        for (const token of [undefined, cms.siteToken, cms.reportToken, 'of-nobody']) {
          expect((await cms.get(path, token)).status).toBe(401);
        }
        expect((await cms.get(`/api${path}`, administrator)).status).toBe(404);
      }
    });

    it('only those whose role reads the kind, in that locale, and what is theirs', async () => {
      const documentId = await draftArticle(cms, { title: 'Réservé' });
      const subject = 'api::article.article';
      const nothing = await tokenWith(cms, []);
      expect((await cms.get(address(documentId), nothing)).status).toBe(403);

      const pages = await tokenWith(cms, [
        { action: READ, subject: 'api::page.page', properties: { fields: ['title'], locales: ['fr-CA'] } },
      ]);
      expect((await cms.get(address(documentId), pages)).status).toBe(403);

      const properties = { fields: ['title'], locales: ['fr-CA'] };
      const reader = await tokenWith(cms, [{ action: READ, subject, properties }]);
      expect((await cms.get(address(documentId), reader)).status).toBe(200);

      const own = await tokenWith(cms, [
        { action: READ, subject, properties, conditions: ['admin::is-creator'] },
      ]);
      expect((await cms.get(address(documentId), own)).status).toBe(403);

      const english = await tokenWith(cms, [
        { action: READ, subject, properties: { fields: ['title'], locales: ['en-CA'] } },
      ]);
      expect((await cms.get(address(documentId), english)).status).toBe(403);
    });

    it('with a query that says exactly which document', async () => {
      const documentId = await draftArticle(cms, { title: 'Précis' });
      const wrong = [
        '/passerelle/site-status',
        `${address(documentId)}&more=1`,
        address(documentId, 'fr'),
        address(documentId).replace('article', 'category'),
        '/passerelle/publication?limit=1000',
      ];
      for (const path of wrong) expect((await cms.get(path, administrator)).status).toBe(400);
    });
  });

  it('follows an article from its draft to the site and back', async () => {
    const documentId = await draftArticle(cms, { title: 'Suivi', slug: 'suivi' });
    expect(await statusOf(documentId)).toEqual({ status: { state: 'offline', since: null }, url: null });

    await publish(cms, 'article', documentId, 'fr-CA');
    const url = 'http://localhost:4321/nouvelles/suivi/';
    expect(await statusOf(documentId)).toMatchObject({ status: { state: 'waiting', leaving: false }, url });

    const build = randomUUID();
    await tell({ build, state: 'building', pagesWritten: 0 });
    expect(await statusOf(documentId)).toMatchObject({ status: { state: 'building', pagesTotal: 90 }, url });

    const failure = { code: 'disk-full', detail: 'ENOSPC: no space left on device' } as const;
    await tell({ build, state: 'failed', failure });
    expect(await statusOf(documentId)).toMatchObject({ status: { state: 'failed', failure } });

    await tell({ state: 'live' });
    expect(await statusOf(documentId)).toMatchObject({ status: { state: 'live' }, url });

    await publishedArticle(cms, { title: 'Autre' });
    expect(await statusOf(documentId)).toMatchObject({ status: { state: 'live' } });

    await documentsOf(cms, 'article').unpublish?.({ documentId, locale: 'fr-CA' });
    expect(await statusOf(documentId)).toMatchObject({
      status: { state: 'waiting', leaving: true },
      url: null,
    });
    await tell({ state: 'live' });
    expect(await statusOf(documentId)).toMatchObject({
      status: { state: 'offline', since: expect.any(String) },
    });
  });

  it('follows one build from its queue to the site under one id', async () => {
    const documentId = await publishedArticle(cms, { title: 'En file' });
    const build = randomUUID();
    const latest = async () => {
      const response = await cms.get('/passerelle/publication', administrator);
      return publicationSchema.parse(await response.json()).builds[0];
    };
    for (const [state, shown] of [
      ['queued', 'waiting'],
      ['building', 'building'],
      ['checking', 'building'],
      ['live', 'live'],
    ] as const) {
      await tell({ build, state });
      expect((await statusOf(documentId)).status.state).toBe(shown);
      expect(await latest()).toMatchObject({ report: { build, state }, abandoned: false });
    }

    const given = randomUUID();
    await tell({ build: given, state: 'queued' });
    await tell({ state: 'live' });
    const response = await cms.get('/passerelle/publication', administrator);
    const { builds } = publicationSchema.parse(await response.json());
    expect(builds.find(({ report }) => report.build === given)).toMatchObject({ abandoned: true });
  });

  it('says what an earlier release, made live again, does not show, until a later one is live', async () => {
    const before = await publishedArticle(cms, { title: 'Avant' });
    const earlier = await revisionOf(cms);
    await tell({ state: 'live' });
    const after = await publishedArticle(cms, { title: 'Après' });
    await tell({ state: 'live' });
    expect((await statusOf(after)).status.state).toBe('live');

    await tell({ state: 'rolled-back', revision: earlier });
    expect(await statusOf(after)).toMatchObject({ status: { state: 'rolled-back', leaving: false } });
    expect((await statusOf(before)).status.state).toBe('live');
    const response = await cms.get('/passerelle/publication', administrator);
    expect(publicationSchema.parse(await response.json())).toMatchObject({
      status: { state: 'rolled-back' },
      builds: [{ report: { state: 'rolled-back', revision: earlier } }, {}, {}, {}, {}],
    });

    const build = randomUUID();
    await tell({ build, state: 'queued', revision: earlier });
    expect((await statusOf(after)).status.state).toBe('waiting');
    await tell({ state: 'rolled-back', revision: earlier });
    await tell({ build, state: 'live' });
    expect((await statusOf(after)).status.state).toBe('live');
  });

  it('tells the site’s state and the last five builds, newest first', async () => {
    for (let number = 0; number < 6; number += 1) await tell({ state: 'live', durationMs: number });
    const response = await cms.get('/passerelle/publication', administrator);
    expect(response.status).toBe(200);
    const publication = publicationSchema.parse(await response.json());
    expect(publication.siteUrl).toBe('http://localhost:4321');
    expect(publication.status.state).toBe('live');
    expect(publication.builds.map(({ report }) => report.durationMs)).toEqual([5, 4, 3, 2, 1]);

    await publishedArticle(cms, { title: 'En attente' });
    const after = await cms.get('/passerelle/publication', administrator);
    expect(publicationSchema.parse(await after.json()).status.state).toBe('waiting');
  });
});
