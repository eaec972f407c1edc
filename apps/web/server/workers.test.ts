import { Agent, get, type IncomingMessage } from 'node:http';
import { createServer } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { type ReleaseStore, releaseStore } from '../releases/store.ts';
import { temporaryDirectory } from '../tests/support/directory.ts';
import { freePort, type Started, siteEnvironment, start } from '../tests/support/processes.ts';
import { keepFile, writeRelease } from '../tests/support/release.ts';
import { restartDelay } from './workers.ts';

const WORKERS = 2;
const LARGE = Buffer.alloc(48 * 1024 * 1024, 'passerelle');

async function publish(store: ReleaseStore, id: string, text: string): Promise<void> {
  await writeRelease(store, id, {
    '/': await keepFile(store, text),
    '/media/film.webm': await keepFile(store, LARGE, 'video/webm', true),
  });
  await store.switchTo(id);
}

async function startSite() {
  const dataDir = temporaryDirectory();
  const store = releaseStore(dataDir);
  await publish(store, 'release-one', 'un');
  const environment = await environmentOf(dataDir);
  const port = environment.WEB_PORT;
  const site = start('server/main.ts', environment);
  const begin = (path: string, agent?: Agent) =>
    new Promise<IncomingMessage>((done, fail) => {
      get({ host: '127.0.0.1', port, path, agent: agent ?? new Agent() }, done).once('error', fail);
    });
  const text = async (agent?: Agent) => (await buffer(await begin('/', agent))).toString();
  await expect.poll(() => listening(site).length, { timeout: 30_000 }).toBe(WORKERS);
  return { store, site, begin, text };
}

/** Nobody answers at the CMS's port. */
const environmentOf = async (dataDir: string) => ({
  ...(await siteEnvironment(dataDir, 9)),
  WEB_WORKERS: String(WORKERS),
});

const entries = (site: Started): { msg: string; pid: number }[] =>
  site
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{') && line.endsWith('}'))
    .map((line) => JSON.parse(line));
const listening = (site: Started) => entries(site).filter(({ msg }) => msg === 'listening');
const times = <Answer>(count: number, ask: () => Promise<Answer>) =>
  Promise.all(Array.from({ length: count }, ask));

test('the wait before a worker is started again grows, up to ten seconds', () => {
  expect([0, 1, 2, 3, 20].map(restartDelay)).toEqual([0, 100, 200, 400, 10_000]);
});

test('a worker that dies is started again, and the others serve meanwhile', async () => {
  const { site, text } = await startSite();
  const [victim] = listening(site);
  process.kill(victim?.pid ?? 0, 'SIGKILL');
  await expect.poll(() => site.output()).toContain('a worker ended');
  expect(new Set(await times(40, text))).toEqual(new Set(['un']));
  await expect.poll(() => listening(site).length, { timeout: 30_000 }).toBe(WORKERS + 1);
  expect(new Set(listening(site).map(({ pid }) => pid)).size).toBe(WORKERS + 1);
  expect(new Set(await times(40, text))).toEqual(new Set(['un']));
});

test('a new release is served by every worker', async () => {
  const { store, text } = await startSite();
  await publish(store, 'release-two', 'deux');
  // Connections are dealt out in turn, so forty reach each worker many times.
  await expect.poll(async () => [...new Set(await times(40, text))], { timeout: 5_000 }).toEqual(['deux']);
});

test('on SIGTERM every request under way is answered, then all workers end', async () => {
  const { site, begin, text } = await startSite();
  const downloads = await times(6, () => begin('/media/film.webm'));
  let told = false;
  const visit = async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    onTestFinished(() => agent.destroy());
    const answers: string[] = [];
    while (!told) answers.push(await text(agent));
    return answers;
  };
  const visitors = times(8, visit);
  await new Promise((done) => setTimeout(done, 200));
  told = site.child.kill('SIGTERM');
  const answers = (await visitors).flat();
  expect(answers.length).toBeGreaterThan(8);
  expect(new Set(answers)).toEqual(new Set(['un']));
  // Not read until now: most of it has yet to leave the server.
  for (const body of await Promise.all(downloads.map((download) => buffer(download)))) {
    expect(body.equals(LARGE)).toBe(true);
  }
  expect(await site.ended).toBe(0);
  for (const { pid } of listening(site)) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});

test('workers end with the process that started them', async () => {
  const { site } = await startSite();
  // They write where it wrote, so that closes when the last one is gone.
  const silent = new Promise<boolean>((done) => site.child.once('close', () => done(true)));
  site.child.kill('SIGKILL');
  expect(await silent).toBe(true);
});

test('a port that is taken ends the start, with the reason', async () => {
  const port = await freePort();
  const other = createServer().listen(port, '127.0.0.1');
  onTestFinished(() => {
    other.close();
  });
  const environment = await environmentOf(temporaryDirectory());
  const site = start('server/main.ts', { ...environment, WEB_PORT: String(port) });
  expect(await site.ended).toBe(1);
  expect(site.output()).toContain('EADDRINUSE');
});
