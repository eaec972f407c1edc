import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ensureStaffRole } from '../../src/platform/staff-roles.ts';
import { signInAs } from '../support/accounts.ts';
import { type AdminSession, sessionOf, signIn } from '../support/admin.ts';
import { bodyOf, draftArticle, publicLocales, publish, redirects, write } from '../support/content.ts';
import { databases } from '../support/databases.ts';
import { pngFile } from '../support/files.ts';
import type { TestCms } from '../support/strapi.ts';

const ARTICLES = '/content-manager/collection-types/api::article.article';

const createdSchema = z.object({ data: z.object({ documentId: z.string() }) });
const refusalSchema = z.object({ error: z.object({ message: z.string() }) });

describe.each(databases)('the admin on $name', ({ start }) => {
  let cms: TestCms;
  let admin: AdminSession;
  beforeAll(async () => {
    cms = await start();
    admin = await signIn(cms);
  });
  afterAll(() => cms.stop());

  async function bilingualDraft(title: string): Promise<string> {
    const documentId = await draftArticle(cms, { title });
    await write(cms, 'article', documentId, 'en-CA', { title: `${title} (en)`, body: bodyOf('Hello.') });
    return documentId;
  }

  it('creates, publishes and unpublishes an article', async () => {
    const created = await admin.post(`${ARTICLES}?locale=fr-CA`, {
      title: 'Écrit dans l’administration',
      body: bodyOf('Bonjour.'),
    });
    expect(created.status).toBe(201);
    const { documentId } = createdSchema.parse(await created.json()).data;
    const published = await admin.post(`${ARTICLES}/${documentId}/actions/publish?locale=fr-CA`);
    expect(published.status).toBe(200);
    expect(await publicLocales(cms, 'article', documentId)).toEqual(['fr-CA']);
    await admin.post(`${ARTICLES}/${documentId}/actions/unpublish?locale=fr-CA`);
    expect(await publicLocales(cms, 'article', documentId)).toEqual([]);
  });

  it('lets Strapi’s own editors write and publish in both languages', async () => {
    const editor = sessionOf(cms, (await signInAs(cms, 'strapi-editor')).token);
    const created = await editor.post(`${ARTICLES}?locale=fr-CA`, {
      title: 'Par la rédaction',
      body: bodyOf('Bonjour.'),
    });
    expect(created.status).toBe(201);
    const { documentId } = createdSchema.parse(await created.json()).data;
    await write(cms, 'article', documentId, 'en-CA', { title: 'By the desk', body: bodyOf('Hello.') });
    for (const locale of ['fr-CA', 'en-CA']) {
      const published = await editor.post(`${ARTICLES}/${documentId}/actions/publish?locale=${locale}`);
      expect(published.status).toBe(200);
    }
    expect((await publicLocales(cms, 'article', documentId)).sort()).toEqual(['en-CA', 'fr-CA']);
  });

  it('gives a role of the product each permission once, and leaves taken what an administrator took', async () => {
    const role = (...actions: string[]) => ({
      code: 'essai-role',
      name: 'Essai',
      description: '',
      permissions: actions.map((action) => ({ action })),
    });
    const heldBy = async () => {
      const rows = await cms.strapi.db
        .query('admin::permission')
        .findMany({ where: { role: { code: 'essai-role' } } });
      return rows.map(({ action }) => action).sort();
    };
    const [read, work, hold] = ['api::inquiry.read', 'api::inquiry.work', 'api::inquiry.hold'];
    await ensureStaffRole(cms.strapi, role(read, work));
    expect(await heldBy()).toEqual([read, work]);
    await cms.strapi.db
      .query('admin::permission')
      .deleteMany({ where: { role: { code: 'essai-role' }, action: work } });
    await ensureStaffRole(cms.strapi, role(read, work, hold));
    expect(await heldBy()).toEqual([hold, read]);
  });

  it('is told in French and in English why English alone is refused, one by one and in bulk', async () => {
    const documentId = await bilingualDraft('Refusé');
    const attempts = [
      await admin.post(`${ARTICLES}/${documentId}/actions/publish?locale=en-CA`),
      await admin.post(`${ARTICLES}/actions/bulkPublish?locale=en-CA`, {
        documentIds: [documentId],
        locale: 'en-CA',
      }),
    ];
    for (const attempt of attempts) {
      expect(attempt.status).toBe(400);
      const { message } = refusalSchema.parse(await attempt.json()).error;
      expect(message).toContain('avant la version française');
      expect(message).toContain('before the French version');
    }
    expect(await publicLocales(cms, 'article', documentId)).toEqual([]);
  });

  it('takes English away with the French, in bulk too', async () => {
    const documentId = await bilingualDraft('Retiré');
    await publish(cms, 'article', documentId, '*');
    const answer = await admin.post(`${ARTICLES}/actions/bulkUnpublish?locale=fr-CA`, {
      documentIds: [documentId],
      locale: 'fr-CA',
    });
    expect(answer.status).toBe(200);
    expect(await publicLocales(cms, 'article', documentId)).toEqual([]);
  });

  it('deletes in bulk, English with the French', async () => {
    const documentId = await bilingualDraft('Supprimé');
    await publish(cms, 'article', documentId, '*');
    const answer = await admin.post(`${ARTICLES}/actions/bulkDelete?locale=fr-CA`, {
      documentIds: [documentId],
      locale: 'fr-CA',
    });
    expect(answer.status).toBe(200);
    expect(await publicLocales(cms, 'article', documentId)).toEqual([]);
  });

  it('leaves a redirect when a published slug is changed', async () => {
    const documentId = await draftArticle(cms, { slug: 'adresse-une' });
    await publish(cms, 'article', documentId);
    const saved = await admin.put(`${ARTICLES}/${documentId}?locale=fr-CA`, { slug: 'adresse-deux' });
    expect(saved.status).toBe(200);
    await admin.post(`${ARTICLES}/${documentId}/actions/publish?locale=fr-CA`);
    expect(await redirects(cms)).toContain('/nouvelles/adresse-une/ → /nouvelles/adresse-deux/');
  });

  it('shows what is wrong with a slug at its field', async () => {
    const answer = await admin.post(`${ARTICLES}?locale=fr-CA`, { title: 'X', slug: 'Pas bon' });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      error: { name: 'ValidationError', details: { errors: [{ path: ['slug'] }] } },
    });
  });

  it('takes pictures, and nothing a browser would run', async () => {
    const png = await pngFile('vraie.png', 20, 20);
    const send = (name: string, type: string, content: string | Buffer) =>
      admin.upload('/upload', name, type, new Uint8Array(Buffer.from(content)));
    expect((await send('vraie.png', 'image/png', readFileSync(png.filepath))).status).toBe(201);
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    const page = '<!doctype html><script>alert(1)</script>';
    for (const [name, type, content] of [
      ['x.svg', 'image/svg+xml', svg],
      ['x.html', 'text/html', page],
      ['x.png', 'image/png', page],
      ['x.png', 'image/png', svg],
      ['x.js', 'application/javascript', 'alert(1)'],
    ] as const) {
      const answer = await send(name, type, content);
      expect([name, type, answer.status]).toEqual([name, type, 400]);
    }
  });

  it('is asked to wait after too many wrong passwords, whatever else is sent', async () => {
    const { email } = cms.administrator;
    const tries = Array.from({ length: 8 }, (_, index) =>
      cms.post('/admin/login', { email, password: `Wrong${index}wrong`, extra: index }),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses).toContain(429);
    expect(statuses).not.toContain(200);
  });
});
