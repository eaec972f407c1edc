import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftArticle, publishedArticle, revisionOf } from '../support/content.ts';
import { databases } from '../support/databases.ts';
import type { TestCms } from '../support/strapi.ts';

const EVIL = 'https://evil.example';

describe.each(databases)('the closed door on $name', ({ start }) => {
  let cms: TestCms;
  beforeAll(async () => {
    cms = await start();
    await publishedArticle(cms, { title: 'Public' });
    await draftArticle(cms, { title: 'Secret-brouillon' });
  });
  afterAll(() => cms.stop());

  const READS = ['/api/site/revision', '/api/site/entries?kind=article', '/api/site/changes?since=0'];

  it.each([...READS, '/api/upload/files', '/api/content-type-builder/content-types', '/api/i18n/locales'])(
    '%s is 401 without a token and with a wrong one',
    async (path) => {
      expect((await cms.get(path)).status).toBe(401);
      expect((await cms.get(path, 'f'.repeat(64))).status).toBe(401);
    },
  );

  it.each([
    '/api/articles',
    '/api/articles?status=draft',
    '/api/categories',
    '/api/organization',
    '/api/redirects',
    '/api/polls',
    '/api/users',
    '/api/auth/local',
    '/documentation',
    '/graphql',
    '/mcp',
  ])('%s does not exist, token or not', async (path) => {
    expect((await cms.get(path)).status).toBe(404);
    expect((await cms.get(path, cms.siteToken)).status).toBe(404);
  });

  it('lets each token do its own work only', async () => {
    for (const path of READS) expect((await cms.get(path, cms.reportToken)).status).toBe(403);
    expect((await cms.post('/api/site/releases', report(), cms.siteToken)).status).toBe(403);
    expect((await cms.post('/api/site/releases', report())).status).toBe(401);
    expect((await cms.post('/api/site/releases', report(), cms.reportToken)).status).toBe(204);
    for (const token of [cms.siteToken, cms.reportToken]) {
      expect((await cms.get('/api/upload/files', token)).status).toBe(403);
      expect((await cms.get('/api/upload/files/1', token)).status).toBe(403);
      expect((await cms.get('/api/i18n/locales', token)).status).toBe(403);
      expect((await cms.get('/admin/users', token)).status).toBe(401);
      expect((await cms.get('/content-manager/content-types', token)).status).toBe(401);
    }
  });

  it('takes no file from a token', async () => {
    const form = new FormData();
    form.append('files', new Blob(['<script>alert(1)</script>'], { type: 'text/html' }), 'x.html');
    const send = (headers: Record<string, string>) =>
      fetch(`${cms.address}/api/upload`, { method: 'POST', headers, body: form });
    expect((await send({})).status).toBe(401);
    expect((await send({ authorization: `Bearer ${cms.siteToken}` })).status).toBe(403);
  });

  it.each([
    'status=draft',
    'publicationFilter=never-published',
    '_q=Secret',
    'filters[title][$startsWith]=S',
    'where[updatedBy][resetPasswordToken][$startsWith]=a',
    'lookup[updatedBy][password]=x',
    'populate=*',
    'populate[createdBy]=*',
    'sort=createdBy.email',
    'fields=password',
    'locale=*',
  ])('refuses the query %s', async (query) => {
    for (const path of ['/api/site/entries?kind=article', '/api/site/changes?since=0']) {
      expect((await cms.get(`${path}&${query}`, cms.siteToken)).status).toBe(400);
    }
    expect((await cms.get(`/api/site/revision?${query}`, cms.siteToken)).status).toBe(400);
  });

  it.each([
    'kind=user',
    'kind=article&limit=501',
    'kind=article&after=-1',
    'kind=article&after=x',
    'kind=article&kind=page',
  ])('refuses the page %s', async (query) => {
    expect((await cms.get(`/api/site/entries?${query}`, cms.siteToken)).status).toBe(400);
  });

  it('never lets a draft, a person or a path of this machine out', async () => {
    const answers = await Promise.all(READS.map(async (path) => (await cms.get(path, cms.siteToken)).text()));
    const all = answers.join();
    expect(all).toContain('Public');
    for (const secret of [
      'Secret-brouillon',
      'createdBy',
      'updatedBy',
      cms.administrator.email,
      cms.folder,
    ]) {
      expect(all).not.toContain(secret);
    }
  });

  it('allows no other origin', async () => {
    const answers = await Promise.all([
      cms.get('/api/site/revision', cms.siteToken, { origin: EVIL }),
      cms.get('/admin/init', undefined, { origin: EVIL }),
      cms.get('/api/articles', undefined, { origin: EVIL }),
      fetch(`${cms.address}/admin/login`, {
        method: 'OPTIONS',
        headers: { origin: EVIL, 'access-control-request-method': 'POST' },
      }),
    ]);
    for (const answer of answers) {
      expect([null, '']).toContain(answer.headers.get('access-control-allow-origin'));
    }
    const own = await cms.get('/admin/init', undefined, { origin: 'http://localhost:1337' });
    expect(own.headers.get('access-control-allow-origin')).toBe('http://localhost:1337');
  });

  it('answers with strict headers', async () => {
    const { headers } = await cms.get('/admin/init');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).not.toContain('strapi.io');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('same-origin');
  });

  it('has no token but its own, and stores no value of them', async () => {
    const tokens = await cms.strapi.db
      .query('admin::api-token')
      .findMany({ populate: ['permissions'], orderBy: { name: 'asc' } });
    expect(
      tokens.map(({ name, type, permissions }) => [
        name,
        type,
        permissions.map(({ action }: { action: string }) => action).sort(),
      ]),
    ).toEqual([
      [
        'Formulaires',
        'custom',
        [
          'api::inquiry-files.visitor-files.look',
          'api::inquiry-files.visitor-files.receive',
          'api::person-bundle.person-bundle.fetch',
          'api::poll.poll.results',
          'api::submission.submission.alarm',
          'api::submission.submission.sealed',
          'api::submission.submission.submit',
          'api::subscriber.subscriber.data',
          'api::subscriber.subscriber.read',
        ],
      ],
      ['Publication', 'custom', ['api::site.site.report']],
      ['Site', 'custom', ['api::site.site.changes', 'api::site.site.entries', 'api::site.site.revision']],
    ]);
    const stored = JSON.stringify(tokens);
    expect(stored).not.toContain(cms.siteToken);
    expect(stored).not.toContain(cms.reportToken);
    expect(stored).not.toContain(cms.submitToken);
  });

  it('has no public role, and one administrator whose language is French', async () => {
    expect(cms.strapi.plugin('users-permissions')).toBeUndefined();
    const users = await cms.strapi.db.query('admin::user').findMany({ populate: ['roles'] });
    expect(users).toHaveLength(1);
    expect(users[0]).toMatchObject({ email: cms.administrator.email, preferedLanguage: 'fr' });
  });

  it('refuses a body that is too long', async () => {
    const long = { ...report(), failure: { code: 'unknown', detail: 'x'.repeat(3_000_000) } };
    expect((await cms.post('/api/site/releases', long, cms.reportToken)).status).toBe(413);
    const wrong = { ...report(), extra: true };
    expect((await cms.post('/api/site/releases', wrong, cms.reportToken)).status).toBe(400);
  });

  it('answers no build of the admin’s development to anyone', async () => {
    expect((await cms.get('/content-type-builder/content-types')).status).toBe(401);
    expect((await cms.get('/admin/api-tokens')).status).toBe(401);
  });

  it('keeps the languages of the site', async () => {
    const locales = await cms.strapi.db.query('plugin::i18n.locale').findMany({ orderBy: { code: 'asc' } });
    expect(locales.map(({ code }: { code: string }) => code)).toEqual(['en-CA', 'fr-CA']);
    const service = cms.strapi.plugin('i18n').service('locales');
    expect(await service.getDefaultLocale()).toBe('fr-CA');
    await expect(service.delete({ id: locales[0].id })).rejects.toMatchObject({
      details: { code: 'locale-in-use' },
    });
    expect(await revisionOf(cms)).toBeGreaterThan(0);
  });
});

function report() {
  return {
    build: 'build-0001',
    state: 'building',
    revision: 1,
    startedAt: '2026-11-23T12:00:00.000Z',
    finishedAt: null,
    durationMs: null,
    pagesWritten: 0,
    pagesTotal: 10,
    failure: null,
  };
}
