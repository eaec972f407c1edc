import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type LiveRelease, liveRelease, someArticle } from './live-release.ts';
import { ACCEPT_ENCODING, type Asked, CONNECTIONS, type Load, load, requireWrk } from './load-http.ts';
import { isInstalled, machine, median, round, saveResults, say } from './machine.ts';
import { buildAstroNode } from './peers/astro-node.ts';
import { layOutNginx } from './peers/nginx.ts';
import { costOf } from './process-cost.ts';
import { publishedSite } from './published-site.ts';
import { answers, freePort, WEB } from './stack.ts';

/**
 * Requests per second and p99 of our web server, @astrojs/node standalone, and nginx where it is installed,
 * for the same page, on 50 connections of one wrk, compression asked for, alternating in rounds:
 *
 *     node serve.ts [--quick] [--rounds 5] [--workers 1] [--sites folder]
 *
 * And ours over all pages of 1,000 and of 10,000 articles in random order, for questions whether a page has
 * changed (304), and half and half. The sites are published by the product before; `--sites` keeps them
 * for the next time. All answers are compared with the release before anything is measured.
 */
const { values: flags } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    workers: { type: 'string', default: '1' },
    sites: { type: 'string' },
  },
});
const SMALL = flags.quick ? 100 : 1_000;
const LARGE = flags.quick ? 1_000 : 10_000;
const ROUNDS = flags.quick ? 1 : Number(flags.rounds);
const SECONDS = flags.quick ? 1 : 3;

interface Subject {
  name: string;
  origin: string;
  asked: readonly Asked[];
}

const children: ChildProcess[] = [];
const pids = new Map<string, number>();
const temporary: string[] = [];

function folderFor(parent: string, name: string): string {
  const folder = mkdtempSync(join(parent, name));
  temporary.push(folder);
  return folder;
}

function start(name: string, command: string, args: string[], env: NodeJS.ProcessEnv = {}): void {
  const child = spawn(command, args, { cwd: WEB, env: { PATH: process.env.PATH, ...env }, stdio: 'ignore' });
  children.push(child);
  pids.set(name, child.pid ?? 0);
}

/** Nothing is submitted here: what the server needs to start, of no use to anyone. */
const NO_SUBMISSIONS = {
  SUBMIT_TOKEN: 'u'.repeat(40),
  FORM_SECRET: 'f'.repeat(64),
  SUBMISSIONS_PUBLIC_KEY: 'A'.repeat(43),
};

async function startOurs(name: string, dataDir: string): Promise<string> {
  const port = String(await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const env = {
    NODE_ENV: 'production',
    DATA_DIR: dataDir,
    SITE_URL: origin,
    WEB_PORT: port,
    ...NO_SUBMISSIONS,
  };
  start(name, process.execPath, ['server/main.ts'], { ...env, WEB_WORKERS: flags.workers });
  await answers(`${origin}/readyz`);
  return origin;
}

async function startAstro(release: LiveRelease, page: string): Promise<string> {
  const args = buildAstroNode(folderFor(import.meta.dirname, '.astro-node-'), release);
  const port = String(await freePort());
  start('@astrojs/node', process.execPath, args, { NODE_ENV: 'production', HOST: '127.0.0.1', PORT: port });
  await answers(`http://127.0.0.1:${port}${page}`);
  return `http://127.0.0.1:${port}`;
}

async function startNginx(name: string, release: LiveRelease, page: string, ours: string): Promise<string> {
  const port = await freePort();
  const own = ['etag', 'date', 'connection', 'keep-alive', 'content-', 'transfer-', 'last-modified'];
  const headers = [...(await fetch(ours + page)).headers].filter(
    ([name]) => !own.some((start) => name.startsWith(start)),
  );
  const folder = folderFor(tmpdir(), 'passerelle-nginx-');
  start(name, 'nginx', layOutNginx(folder, release, port, headers));
  await answers(`http://127.0.0.1:${port}${page}`);
  return `http://127.0.0.1:${port}`;
}

/** @returns its entity tag. @throws when the answer isn't the page of the release. */
async function checkPage(origin: string, page: string, release: LiveRelease): Promise<string> {
  const response = await fetch(origin + page, { headers: { 'accept-encoding': ACCEPT_ENCODING } });
  if (response.status !== 200 || (await response.text()) !== release.html(page))
    throw new Error(`${origin}${page} is not what the release has.`);
  return response.headers.get('etag') ?? '';
}

/** @throws when a page that has not changed is sent again. */
async function checkNotModified(url: string, etag: string): Promise<void> {
  const headers = { 'accept-encoding': ACCEPT_ENCODING, 'if-none-match': etag };
  const { status } = await fetch(url, { headers });
  if (status !== 304) throw new Error(`${url} has not changed, yet was answered with ${status}.`);
}

async function startAll(sites: string): Promise<Subject[]> {
  const small = await publishedSite(join(sites, String(SMALL)), SMALL);
  const large = await publishedSite(join(sites, String(LARGE)), LARGE);
  const release = liveRelease(small);
  const page = someArticle(release);
  const ours = await startOurs('ours', small);
  const oursLarge = await startOurs('ours, large', large);
  const etag = await checkPage(ours, page, release);
  await checkNotModified(ours + page, etag);
  const astro = await startAstro(release, page);
  await checkPage(astro, page, release);
  // As many lines for the small site as for the large one: the side that asks should not tell them apart.
  const every = (pages: readonly string[], lines: number) =>
    Array.from({ length: lines }, (_, index) => ({ path: pages[index % pages.length] ?? page }));
  const largeRelease = liveRelease(large);
  const largePages = largeRelease.pages;
  const subjects: Subject[] = [
    { name: 'ours', origin: ours, asked: [{ path: page }] },
    { name: '@astrojs/node', origin: astro, asked: [{ path: page }] },
    { name: 'ours, 304', origin: ours, asked: [{ path: page, etag }] },
    { name: 'ours, half 304', origin: ours, asked: [{ path: page }, { path: page, etag }] },
    { name: `ours, ${SMALL} at random`, origin: ours, asked: every(release.pages, largePages.length) },
    { name: `ours, ${LARGE} at random`, origin: oursLarge, asked: every(largePages, largePages.length) },
    {
      name: `@astrojs/node, ${SMALL} at random`,
      origin: astro,
      asked: every(release.pages, largePages.length),
    },
  ];
  if (!isInstalled('nginx')) {
    say('nginx is not installed; it is left out.');
    return subjects;
  }
  const nginx = await startNginx('nginx', release, page, ours);
  await checkPage(nginx, page, release);
  const nginxLarge = await startNginx('nginx, large', largeRelease, someArticle(largeRelease), ours);
  return [
    ...subjects,
    { name: 'nginx', origin: nginx, asked: [{ path: page }] },
    { name: `nginx, ${SMALL} at random`, origin: nginx, asked: every(release.pages, largePages.length) },
    { name: `nginx, ${LARGE} at random`, origin: nginxLarge, asked: every(largePages, largePages.length) },
  ];
}

async function measure(subjects: readonly Subject[]): Promise<Map<string, Load>> {
  const folder = folderFor(tmpdir(), 'passerelle-load-');
  const loads = new Map<string, Load[]>();
  for (const { origin, asked } of subjects) await load(origin, asked, SECONDS, folder);
  for (let at = 0; at < ROUNDS; at += 1) {
    for (const { name, origin, asked } of subjects) {
      const before = loads.get(name) ?? [];
      loads.set(name, [...before, await load(origin, asked, SECONDS, folder)]);
    }
  }
  const middle = (of: readonly Load[], key: keyof Load) => round(median(of.map((each) => each[key])));
  return new Map(
    [...loads].map(([name, of]) => [
      name,
      {
        requests: middle(of, 'requests'),
        requestsPerSecond: Math.round(middle(of, 'requestsPerSecond')),
        p50: middle(of, 'p50'),
        p99: middle(of, 'p99'),
        bytesPerResponse: Math.round(middle(of, 'bytesPerResponse')),
      },
    ]),
  );
}

function report(medians: ReadonlyMap<string, Load>): void {
  const rate = (name: string) => medians.get(name)?.requestsPerSecond ?? Number.NaN;
  const [small, large] = [rate(`ours, ${SMALL} at random`), rate(`ours, ${LARGE} at random`)];
  const ratios = {
    oursToAstroNode: round(rate('ours') / rate('@astrojs/node')),
    oursToNginx: medians.has('nginx') ? round(rate('ours') / rate('nginx')) : null,
    largeToSmall: round(large / small),
    // What the machine and the side that asks make of ten times as many pages, whoever serves them.
    nginxLargeToSmall: medians.has('nginx')
      ? round(rate(`nginx, ${LARGE} at random`) / rate(`nginx, ${SMALL} at random`))
      : null,
    notModifiedToPage: round(rate('ours, 304') / rate('ours')),
  };
  const memoryMb = Object.fromEntries(
    [...pids].map(([name, pid]) => [name, Math.round(costOf(pid).memoryMb)]),
  );
  for (const [name, { requestsPerSecond, p50, p99, bytesPerResponse }] of medians)
    say(
      `${name.padEnd(34)} ${requestsPerSecond} req/s, p50 ${p50} ms, p99 ${p99} ms, ${bytesPerResponse} bytes`,
    );
  say(`ratios: ${JSON.stringify(ratios)}`);
  say(`memory afterwards, MB: ${JSON.stringify(memoryMb)}`);
  const how = { connections: CONNECTIONS, rounds: ROUNDS, seconds: SECONDS, workers: Number(flags.workers) };
  if (!flags.quick) saveResults('serve', { ...how, medians: Object.fromEntries(medians), ratios, memoryMb });
}

requireWrk();
say(JSON.stringify(machine()));
const sites = flags.sites ?? folderFor(tmpdir(), 'passerelle-sites-');
mkdirSync(sites, { recursive: true });
try {
  report(await measure(await startAll(sites)));
} finally {
  for (const child of children) child.kill('SIGTERM');
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true });
}
