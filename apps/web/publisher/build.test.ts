import { rmSync } from 'node:fs';
import { CmsError } from '@passerelle/cms-client';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { article, category, documentId, organization, redirect } from '../tests/support/entries.ts';
import { articles, cmsWith, siteWith } from '../tests/support/site.ts';
import { failureOf } from './build-error.ts';

const path = (name: string) => `/nouvelles/${name}/`;

test('the first release holds every article, the assets and the redirects', async () => {
  const cms = cmsWith([...articles(3), redirect('/ancien/', '/nouvelles/')]);
  const site = siteWith(cms);
  const built = await site.build();
  const live = await site.store.live();
  expect(live).toMatchObject({ id: built.release, articles: 3, revision: built.revision });
  expect(await site.shown(path('article-2'))).toContain('Titre de article-2');
  expect(live?.files['/_astro/site.css']).toMatchObject({ immutable: true, type: 'text/css; charset=utf-8' });
  expect(live?.redirects).toEqual({ '/ancien/': { to: '/nouvelles/', status: 301 } });
});

test('a change renders what shows it, and no more', async () => {
  const cms = cmsWith(articles(30));
  const site = siteWith(cms);
  await site.build();
  site.engine.rendered.length = 0;
  cms.publish(article('article-7', { body: [] }));
  const built = await site.build();
  expect(site.engine.rendered).toEqual([path('article-7')]);
  expect(built).toMatchObject({ switched: true, pagesWritten: 1 });
});

test('a changed organization is on every page', async () => {
  const cms = cmsWith(articles(3));
  const site = siteWith(cms);
  await site.build();
  cms.publish(organization('fr-CA', { telephone: '+14185550199' }));
  await site.build();
  for (const shown of ['/', '/nouvelles/', path('article-1')]) {
    expect(await site.shown(shown)).toContain('+14185550199');
  }
});

test('nothing changed: no new release, and the revision is still told', async () => {
  const cms = cmsWith(articles(2));
  const site = siteWith(cms);
  const first = await site.build();
  const second = await site.build();
  expect(second).toMatchObject({ release: first.release, switched: false, pagesWritten: 0 });
});

test('withdrawn articles and renamed ones leave nothing behind', async () => {
  const cms = cmsWith(articles(6));
  const site = siteWith(cms);
  await site.build();
  cms.withdraw('article', documentId('article-1'), 'fr-CA');
  cms.publish(article('article-2', { slug: 'autre-adresse' }));
  await site.build();
  const files = Object.keys((await site.store.live())?.files ?? {});
  expect(files).not.toContain(path('article-1'));
  expect(files).not.toContain(path('article-2'));
  expect(files).toContain(path('autre-adresse'));
  expect(await site.shown('/nouvelles/')).not.toContain('Titre de article-1"');
});

test.each([
  ['the CMS is down', new CmsError('unreachable', 'down'), 'cms-unreachable'],
  ['the CMS answers with 500', new CmsError('failed', '500'), 'cms-unreachable'],
  ['an answer is cut short', new CmsError('malformed', 'cut'), 'cms-malformed'],
])('%s: the live release stays, and the next build catches up', async (_, error, code) => {
  const cms = cmsWith(articles(2));
  const site = siteWith(cms);
  const first = await site.build();
  cms.publish(article('article-1', { title: 'Nouveau titre' }));
  cms.fail(error);
  const failure = await site.build().catch(failureOf);
  expect(failure).toMatchObject({ code });
  expect(await site.store.liveId()).toBe(first.release);
  cms.fail(null);
  await site.build();
  expect(await site.shown(path('article-1'))).toContain('Nouveau titre');
});

test('a page that fails stops the release; mended, what was not rendered is', async () => {
  const cms = cmsWith(articles(4));
  const site = siteWith(cms);
  const first = await site.build();
  for (const { documentId: id } of articles(4)) expect(id).toBeTruthy();
  for (let index = 1; index <= 4; index += 1)
    cms.publish(article(`article-${index}`, { title: `Neuf ${index}` }));
  site.engine.breakAt(path('article-3'));
  await expect(site.build()).rejects.toMatchObject({
    code: 'page-failed',
    message: expect.stringContaining('article-3'),
  });
  expect(await site.store.liveId()).toBe(first.release);
  site.engine.breakAt(null);
  await site.build();
  for (let index = 1; index <= 4; index += 1) {
    expect(await site.shown(path(`article-${index}`))).toContain(`Neuf ${index}`);
  }
});

test('an empty site, or one shrunken by more than a fifth, needs an explicit word', async () => {
  const cms = cmsWith([]);
  const site = siteWith(cms);
  await expect(site.build()).rejects.toMatchObject({ code: 'empty' });
  await site.build({ allowShrink: true });
  for (const entry of articles(10)) cms.publish(entry);
  await site.build();
  for (const name of ['article-1', 'article-2']) cms.withdraw('article', documentId(name), 'fr-CA');
  await site.build();
  for (const name of ['article-3', 'article-4']) cms.withdraw('article', documentId(name), 'fr-CA');
  await expect(site.build()).rejects.toMatchObject({ code: 'shrunk', message: expect.stringContaining('6') });
  const built = await site.build({ allowShrink: true });
  expect((await site.store.live())?.articles).toBe(6);
  expect(built.switched).toBe(true);
});

test('a CMS restored from a backup is read again from the start', async () => {
  const cms = cmsWith(articles(5));
  const site = siteWith(cms);
  await site.build();
  const restored = cmsWith(articles(5).slice(0, 4));
  const after = siteWith(restored, site.dataDir);
  await after.build();
  const files = Object.keys((await after.store.live())?.files ?? {});
  expect(files).toContain(path('article-4'));
  expect(files).not.toContain(path('article-5'));
});

test('an object lost from the disk is written again by a new publisher', async () => {
  const cms = cmsWith(articles(2));
  const site = siteWith(cms);
  await site.build();
  const file = (await site.store.live())?.files[path('article-1')];
  rmSync(site.store.objects.pathOf(file?.digest ?? ''));
  const again = siteWith(cms, site.dataDir);
  await again.build();
  expect(await again.shown(path('article-1'))).toContain('Titre de article-1');
});

const edit = fc.oneof(
  fc.record({
    name: fc.constantFrom('a', 'b', 'c', 'd'),
    title: fc.constantFrom('Un', 'Deux'),
    slug: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    category: fc.constantFrom(null, documentId('c1')),
  }),
  fc.record({ withdraw: fc.constantFrom('a', 'b', 'c', 'd') }),
  fc.record({ rename: fc.constantFrom('Travail', 'Études') }),
);

test('after any history of edits the live release equals a cold one, file by file', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { maxLength: 8 }), async (history) => {
      const cms = cmsWith([article('fixe')]);
      const warm = siteWith(cms);
      for (const each of history) {
        if ('withdraw' in each) cms.withdraw('article', documentId(each.withdraw), 'fr-CA');
        else if ('rename' in each) cms.publish(category('c1', { name: each.rename }));
        else {
          const { name, ...given } = each;
          // Two articles can't have one address: the CMS sees to that, so the edits do.
          cms.publish(article(name, { ...given, slug: `${name}-${given.slug}` }));
        }
        await warm.build({ allowShrink: true });
      }
      await warm.build({ allowShrink: true });
      const cold = siteWith(cms);
      await cold.build({ allowShrink: true });
      expect((await warm.store.live())?.files).toEqual((await cold.store.live())?.files);
    }),
    { numRuns: 25 },
  );
});
