import { createFakeClient } from '@passerelle/cms-client';
import { expect, test } from 'vitest';
import { type Fault, serveCms } from './support/cms-server.ts';
import { temporaryDirectory } from './support/directory.ts';
import { article, organization } from './support/entries.ts';
import { siteEnvironment, start, TOKEN } from './support/processes.ts';
import { smallDisk } from './support/small-disk.ts';

function cmsWithArticles(count: number) {
  const cms = createFakeClient();
  for (const locale of ['fr-CA', 'en-CA'] as const) cms.publish(organization(locale));
  for (let index = 1; index <= count; index += 1) cms.publish(article(`article-${index}`));
  return cms;
}

async function startPublisher(count = 5) {
  const cms = cmsWithArticles(count);
  const served = await serveCms(cms);
  const environment = await siteEnvironment(temporaryDirectory(), served.port);
  const publisher = start('publisher/main.ts', environment);
  const address = `http://127.0.0.1:${environment.PUBLISHER_PORT}`;
  const post = (path: string, body: object, token = TOKEN) =>
    fetch(`${address}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
  const state = async () => (await fetch(`${address}/readyz`)).json();
  await expect
    .poll(
      () =>
        state().then(
          ({ release }) => release,
          () => null,
        ),
      { timeout: 20_000 },
    )
    .not.toBeNull();
  return { cms, served, environment, publisher, post, state };
}

test.each<[Fault, string]>([
  ['down', 'cms-unreachable'],
  ['error', 'cms-unreachable'],
  ['truncated', 'cms-malformed'],
])('the CMS is %s: nothing is replaced, and it comes right by itself', async (fault, code) => {
  const { cms, served, post, state } = await startPublisher();
  const before = await state();
  served.fault = fault;
  cms.publish(article('article-1', { title: 'Pendant la panne' }));
  const refused = await post('/publish', {});
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({ ok: false, failure: { code } });
  expect((await state()).release).toBe(before.release);
  served.fault = 'none';
  await post('/notice', { revision: 99 });
  await expect.poll(async () => (await state()).release, { timeout: 20_000 }).not.toBe(before.release);
  await expect.poll(() => cms.reports.at(-1)).toMatchObject({ state: 'live', failure: null });
});

test('an empty list from a CMS whose database was replaced does not empty the site', async () => {
  const { cms, served, post, state } = await startPublisher();
  const before = await state();
  cms.restore();
  served.fault = 'empty';
  const refused = await post('/publish', {});
  expect(refused.status).toBe(422);
  expect((await state()).release).toBe(before.release);
});

test('a lost notice: the change is live all the same, within half a minute', async () => {
  const { cms, state } = await startPublisher();
  const before = await state();
  cms.publish(article('article-1', { title: 'Sans avis' }));
  await expect
    .poll(async () => (await state()).release, { timeout: 30_000, interval: 500 })
    .not.toBe(before.release);
});

test('a hundred notices in a moment make few releases, and nothing is lost', async () => {
  const { cms, environment, post } = await startPublisher();
  const builds = () =>
    new Set(cms.reports.filter(({ state }) => state === 'live').map(({ build }) => build)).size;
  const before = builds();
  for (let index = 1; index <= 100; index += 1) {
    cms.publish(article(`nouveau-${index}`));
    await post('/notice', { revision: index });
  }
  const { revision } = await cms.revision();
  await expect.poll(() => cms.reports.at(-1), { timeout: 20_000 }).toMatchObject({ state: 'live', revision });
  expect(builds() - before).toBeLessThanOrEqual(3);
  expect(environment.DATA_DIR).toBeTruthy();
});

test('only who has the token may give notice', async () => {
  const { post } = await startPublisher();
  expect((await post('/notice', { revision: 1 }, 'x'.repeat(40))).status).toBe(401);
  expect((await post('/publish', {}, '')).status).toBe(401);
  expect((await post('/notice', { revision: 'x' })).status).toBe(400);
  expect((await post('/other', {})).status).toBe(404);
});

test('a second publisher on the same data says so and ends; when the first is killed another may start', async () => {
  const { environment, publisher } = await startPublisher();
  const second = start('publisher/main.ts', { ...environment, PUBLISHER_PORT: '0' });
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain('Another publisher');
  publisher.child.kill('SIGKILL');
  await publisher.ended;
  const third = start('publisher/main.ts', environment, ['--once']);
  expect(await third.ended).toBe(0);
});

test('stopped by SIGTERM it ends well', async () => {
  const { publisher } = await startPublisher();
  publisher.child.kill('SIGTERM');
  expect(await publisher.ended).toBe(0);
});

test('a full disk: the live release stays readable, and publishing goes on once there is room', async () => {
  const cms = cmsWithArticles(20);
  const served = await serveCms(cms);
  const dataDir = temporaryDirectory();
  const environment = await siteEnvironment(dataDir, served.port);
  const disk = await smallDisk(dataDir, 8);
  const publish = () => disk.runNode('publisher/main.ts', ['--once'], environment);
  const read = () => disk.runNode('publisher/releases.ts', ['list'], environment);

  expect((await publish()).code).toBe(0);
  const before = await read();
  await disk.fill();
  for (let index = 1; index <= 20; index += 1) {
    cms.publish(article(`article-${index}`, { title: `Disque plein ${index}`, body: [] }));
  }
  const failed = await publish();
  expect(failed.code).toBe(1);
  expect(failed.output).toMatch(/disk-full|full/);
  expect((await read()).output).toBe(before.output);
  await disk.free();
  const mended = await publish();
  expect(mended).toMatchObject({ code: 0 });
  expect((await read()).output).not.toBe(before.output);
}, 120_000);
