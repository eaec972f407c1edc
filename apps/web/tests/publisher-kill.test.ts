import { randomInt } from 'node:crypto';
import { createFakeClient } from '@passerelle/cms-client';
import { expect, test } from 'vitest';
import { serveCms } from './support/cms-server.ts';
import { crawl } from './support/crawl.ts';
import { temporaryDirectory } from './support/directory.ts';
import { article, organization } from './support/entries.ts';
import { siteEnvironment, start } from './support/processes.ts';

/** How often the publisher is killed; each time at another moment of its work. */
const KILLS = Number(process.env.PUBLISHER_KILLS ?? 50);
const ARTICLES = 60;

/** Every page shows the organization's disclaimer, so it tells which version of the content a page was made from. */
const version = (number: number) => `Version ${number} du contenu.`;

test('killed at random moments, the live site stays whole and catches up', async () => {
  const cms = createFakeClient();
  const publish = (number: number) => {
    for (const locale of ['fr-CA', 'en-CA'] as const) {
      cms.publish(organization(locale, { disclaimer: version(number) }));
    }
    cms.publish(article(`article-${(number % ARTICLES) + 1}`, { title: `Titre numéro ${number}` }));
  };
  for (let index = 1; index <= ARTICLES; index += 1) cms.publish(article(`article-${index}`));
  publish(0);
  const { port } = await serveCms(cms);
  const environment = await siteEnvironment(temporaryDirectory(), port);
  const site = environment.SITE_URL;

  let publisher = start('publisher/main.ts', environment);
  const ready = async () => (await fetch(`http://127.0.0.1:${environment.PUBLISHER_PORT}/readyz`)).status;
  await expect.poll(() => ready().catch(() => 0), { timeout: 30_000 }).toBe(200);
  const server = start('server/main.ts', environment);
  await expect
    .poll(
      () =>
        fetch(`${site}/readyz`).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 10_000 },
    )
    .toBe(200);

  const crawler = crawl(site, /Version \d+ du contenu\./g);
  for (let kill = 1; kill <= KILLS; kill += 1) {
    publish(kill);
    // From before the first notice is read until well after the switch of a small site.
    await new Promise((done) => setTimeout(done, randomInt(50, 1_500)));
    publisher.child.kill('SIGKILL');
    await publisher.ended;
    publisher = start('publisher/main.ts', environment);
  }
  await expect
    .poll(() => fetch(`${site}/`).then((page) => page.text()), { timeout: 30_000 })
    .toContain(version(KILLS));
  const seen = await crawler.stop();

  expect(seen.wrong).toEqual([]);
  expect(seen.mixed).toEqual([]);
  expect(seen.answers).toBeGreaterThan(ARTICLES);
  const last = await fetch(`${site}/nouvelles/article-${(KILLS % ARTICLES) + 1}/`);
  expect(await last.text()).toContain(`Titre numéro ${KILLS}`);
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
}, 400_000);
