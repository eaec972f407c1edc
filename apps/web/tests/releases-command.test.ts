import { expect, test } from 'vitest';
import { serveCms } from './support/cms-server.ts';
import { temporaryDirectory } from './support/directory.ts';
import { article } from './support/entries.ts';
import { siteEnvironment, start } from './support/processes.ts';
import { articles, cmsWith, siteWith } from './support/site.ts';

test('going back to the release before, and to a named one', async () => {
  const dataDir = temporaryDirectory();
  const cms = cmsWith(articles(2));
  const site = siteWith(cms, dataDir);
  const run = async (...args: string[]) => {
    const command = start('publisher/releases.ts', { DATA_DIR: dataDir }, args);
    return { code: await command.ended, output: command.output() };
  };
  expect(await run('rollback')).toMatchObject({ code: 1, output: expect.stringContaining('no earlier') });
  const first = await site.build();
  cms.publish(article('article-1', { title: 'Une erreur' }));
  const second = await site.build();

  const listed = await run('list');
  expect(listed.output).toContain(`* ${second.release}`);
  expect((await run('rollback')).code).toBe(0);
  expect(await site.store.liveId()).toBe(first.release);
  expect(await site.shown('/nouvelles/article-1/')).toContain('Titre de article-1');
  expect((await run('rollback', second.release)).code).toBe(0);
  expect(await site.store.liveId()).toBe(second.release);
  expect((await run('rollback', 'no-such-release')).code).toBe(1);
  expect((await run('unknown')).code).toBe(1);
});

test('the CMS is told what is live again; while it is away, going back works and says that it is not known', async () => {
  const dataDir = temporaryDirectory();
  const cms = cmsWith(articles(2));
  const served = await serveCms(cms);
  const site = siteWith(cms, dataDir);
  const first = await site.build();
  cms.publish(article('article-1', { title: 'Une erreur' }));
  const second = await site.build();
  const environment = await siteEnvironment(dataDir, served.port);
  const rollback = async (...args: string[]) => {
    const command = start('publisher/releases.ts', environment, ['rollback', ...args]);
    expect(await command.ended).toBe(0);
    return command.output();
  };

  expect(await rollback()).not.toContain('could not be told');
  expect(await site.store.liveId()).toBe(first.release);
  expect(cms.reports).toEqual([
    expect.objectContaining({ state: 'rolled-back', revision: first.revision, failure: null }),
  ]);
  expect(cms.reports[0]?.build).toContain(first.release);

  served.fault = 'down';
  expect(await rollback(second.release)).toContain('could not be told');
  expect(await site.store.liveId()).toBe(second.release);
  expect(cms.reports).toHaveLength(1);
});

test('after going back, the next publication goes forward with the content as it is then', async () => {
  const cms = cmsWith(articles(2));
  const site = siteWith(cms);
  const first = await site.build();
  cms.publish(article('article-1', { title: 'Une erreur' }));
  await site.build();
  await site.store.switchTo(first.release);
  cms.publish(article('article-1', { title: 'Corrigé' }));
  await site.build();
  expect(await site.shown('/nouvelles/article-1/')).toContain('Corrigé');
});
