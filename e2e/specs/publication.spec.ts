import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openArticle, publishButton, signIn, titleField } from '../support/admin.ts';
import {
  articleFields,
  expectGone,
  expectLive,
  expectStatus,
  openNewsroom,
  read,
  told,
} from '../support/newsroom.ts';

const page = (slug: string) => `/nouvelles/${slug}/`;

test('an editor changes a French article, presses Publish, and sees it live', async ({ page: admin }) => {
  const newsroom = await openNewsroom();
  const fields = articleFields('Un premier titre');
  const id = await newsroom.draft('fr-CA', fields);
  expect((await newsroom.publish(id, 'fr-CA', fields)).status).toBe(200);
  await expectLive(page(fields.slug), 'Un premier titre');

  await signIn(admin);
  await openArticle(admin, id, 'fr-CA');
  await titleField(admin).fill('Un titre corrigé par la rédaction');
  await publishButton(admin).click();
  await expectLive(page(fields.slug), 'Un titre corrigé par la rédaction');
  await expectLive('/nouvelles/', 'Un titre corrigé par la rédaction');
  await expect(admin.getByText(/En ligne depuis/)).toBeVisible();

  await admin.goto(`${told('SITE_URL')}${page(fields.slug)}`);
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText('Un titre corrigé par la rédaction');
});

test('English is refused until the French is published', async ({ page: admin }) => {
  const newsroom = await openNewsroom();
  const french = articleFields('D’abord en français');
  const id = await newsroom.draft('fr-CA', french);
  const english = articleFields('Then in English');
  await newsroom.draft('en-CA', english, id);

  await signIn(admin);
  await openArticle(admin, id, 'en-CA');
  await titleField(admin).fill('Then in English, at last');
  await publishButton(admin).click();
  await expect(admin.getByText(/français/i).last()).toBeVisible();
  await expectStatus(`/en/news/${english.slug}/`, 404);

  expect((await newsroom.publish(id, 'fr-CA', french)).status).toBe(200);
  await publishButton(admin).click();
  await expectLive(`/en/news/${english.slug}/`, 'Then in English, at last');
  await expectLive(page(french.slug), `/en/news/${english.slug}/`);
});

test('a changed slug leaves a permanent redirect', async () => {
  const newsroom = await openNewsroom();
  const before = articleFields('Une adresse qui change');
  const id = await newsroom.draft('fr-CA', before);
  await newsroom.publish(id, 'fr-CA', before);
  await expectLive(page(before.slug), 'Une adresse qui change');
  const after = articleFields('Une adresse qui change');
  expect((await newsroom.publish(id, 'fr-CA', after)).status).toBe(200);
  await expectLive(page(after.slug), 'Une adresse qui change');
  await expectStatus(page(before.slug), 301);
  const moved = await fetch(new URL(page(before.slug), told('SITE_URL')), { redirect: 'manual' });
  expect(moved.headers.get('location')).toBe(page(after.slug));
});

test('an unpublished article is gone from the site, its lists, feeds, sitemaps and files', async () => {
  const newsroom = await openNewsroom();
  const fields = articleFields('Un article qui sera retiré');
  const id = await newsroom.draft('fr-CA', fields);
  await newsroom.publish(id, 'fr-CA', fields);
  const places = ['/', '/nouvelles/', '/nouvelles/rss.xml', '/nouvelles/atom.xml', '/nouvelles/feed.json'];
  for (const place of [...places, '/sitemap-news.xml']) await expectLive(place, fields.slug);
  await expect.poll(sitemaps).toContain(fields.slug);

  expect((await newsroom.unpublish(id, 'fr-CA')).status).toBe(200);
  await expectStatus(page(fields.slug), 404);
  for (const place of [...places, '/sitemap-news.xml']) await expectGone(place, fields.slug);
  await expect.poll(sitemaps).not.toContain(fields.slug);
  expect(liveFiles()).not.toContain(fields.slug);
});

/** Every sitemap the index names, in one text. */
async function sitemaps(): Promise<string> {
  const index = await read('/sitemap-index.xml');
  const paths = [...index.matchAll(/<loc>[^<]*?(\/sitemaps\/[^<]+)<\/loc>/g)].map(([, path = '']) => path);
  return (await Promise.all(paths.map(read))).join('\n');
}

/** Every file of the live release, names and texts. */
function liveFiles(): string {
  const web = join(told('DATA_DIR'), 'web');
  const { files } = JSON.parse(readFileSync(join(web, 'current'), 'utf8'));
  const shelves = new Set(readdirSync(join(web, 'objects')));
  return Object.entries<{ digest: string; type: string }>(files)
    .map(([path, { digest, type }]) => {
      expect(shelves).toContain(digest.slice(0, 2));
      const isText = /^text\/|json|xml/.test(type);
      return isText
        ? `${path}\n${readFileSync(join(web, 'objects', digest.slice(0, 2), digest), 'utf8')}`
        : path;
    })
    .join('\n');
}
