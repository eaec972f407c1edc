import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { type Load, requireWrk, runWrk } from './load-http.ts';
import { machine, median, round, saveResults, say } from './machine.ts';
import { layOutStrapiCore } from './peers/strapi-core.ts';
import { answers, CMS, freePort, productEnvironment, seed, startProduct } from './stack.ts';

/**
 * Subscriptions per second through the whole path (browser's request → web server → CMS → disk), each with its sealed
 * address, its link, its mail and its event of the ledger, against Strapi's own create of a row of three fields:
 *
 *     node subscribe.ts [--quick]
 *
 * Both flush what they acknowledge. Afterwards the readers are compared with what was acknowledged. Target: 3 times.
 */
const QUICK = process.argv.includes('--quick');
const SECONDS = QUICK ? 5 : 8;
const ROUNDS = QUICK ? 1 : 3;
const CONNECTIONS = 64;
const WORDING = 'newsletter-1';
/** How long what has waited for the CMS may take to be there. */
const FORWARDED_MS = 120_000;

const children: ChildProcess[] = [];
const stops: (() => Promise<void>)[] = [];
const folders: string[] = [];
const folderIn = (parent: string, name: string): string => {
  const folder = mkdtempSync(join(parent, name));
  folders.push(folder);
  return folder;
};

const subscriptionsOf = (url: string, headers: string[], args: string[]): Promise<Load> =>
  runWrk('wrk-subscribe.lua', url, { seconds: SECONDS, connections: CONNECTIONS, headers, args });

function readersIn(dataDir: string): number {
  const database = new Database(join(dataDir, 'cms', 'passerelle.sqlite'), { readonly: true });
  const row = database.prepare('SELECT count(*) AS readers FROM passerelle_subscribers').get();
  database.close();
  return z.object({ readers: z.number() }).parse(row).readers;
}

/** Through the product; whoever was told so must be a reader. */
async function throughTheProduct(dataDir: string) {
  const environment: Record<string, string> = {
    ...(await productEnvironment(dataDir)),
    TRUSTED_PROXIES: '127.0.0.1/32',
  };
  seed(environment);
  const product = await startProduct(environment);
  stops.push(product.stop);
  await product.quiet();
  const site = environment.SITE_URL;
  const page = await (await fetch(`${site}/infolettre/`)).text();
  const token = /name="token" value="([^"]+)"/.exec(page)?.[1];
  if (token === undefined) throw new Error('The page of the newsletter has no token.');
  await new Promise((done) => setTimeout(done, 1_500));
  const headers = ['Content-Type: application/x-www-form-urlencoded', `Origin: ${site}`];
  let acknowledged = 0;
  // The first one has the mail's template compiled.
  const first = await fetch(`${site}/infolettre/`, {
    method: 'POST',
    headers: { origin: site ?? '' },
    body: new URLSearchParams({
      ...{ email: 'visiteur-0@exemple.example', frequency: 'weekly', consent: WORDING },
      ...{ page: '/infolettre/', key: randomUUID(), token, website: '' },
    }),
    redirect: 'manual',
  });
  if (first.status !== 303) throw new Error(`The first subscription was answered ${first.status}.`);
  acknowledged += 1;
  return {
    async round(): Promise<Load> {
      const load = await subscriptionsOf(`${site}/infolettre/`, headers, ['site', WORDING, token]);
      acknowledged += load.requests;
      return load;
    },
    async stop(): Promise<void> {
      const end = Date.now() + FORWARDED_MS;
      while (readersIn(dataDir) < acknowledged && Date.now() < end) {
        await new Promise((done) => setTimeout(done, 500));
      }
      const readers = readersIn(dataDir);
      await product.stop();
      // wrk ends without waiting for the last answers: those readers are there too.
      if (readers < acknowledged || readers > acknowledged + (ROUNDS + 1) * CONNECTIONS)
        throw new Error(`${acknowledged} subscriptions were acknowledged, there are ${readers} readers.`);
      say(`${acknowledged} acknowledged, ${readers} readers`);
    },
  };
}

async function strapiCore() {
  const folder = folderIn(import.meta.dirname, '.strapi-core-');
  const args = layOutStrapiCore(folder, CMS);
  const port = String(await freePort());
  const tokenFile = join(folder, 'token');
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    PORT: port,
    DATABASE_FILE: join(folder, 'data.sqlite'),
    TOKEN_FILE: tokenFile,
    STRAPI_TELEMETRY_DISABLED: 'true',
  };
  children.push(spawn(process.execPath, args, { cwd: folder, env, stdio: 'ignore' }));
  await answers(`http://127.0.0.1:${port}/_health`);
  const headers = [
    'Content-Type: application/json',
    `Authorization: Bearer ${readFileSync(tokenFile, 'utf8')}`,
  ];
  return { round: () => subscriptionsOf(`http://127.0.0.1:${port}/api/votes`, headers, ['core']) };
}

requireWrk();
say(JSON.stringify(machine()));
try {
  const product = await throughTheProduct(folderIn(tmpdir(), 'passerelle-subscribe-'));
  const core = await strapiCore();
  const ours: Load[] = [];
  const cores: Load[] = [];
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    ours.push(await product.round());
    cores.push(await core.round());
    say(`ours ${ours.at(-1)?.requestsPerSecond}, core ${cores.at(-1)?.requestsPerSecond}`);
  }
  await product.stop();
  const rate = (loads: readonly Load[]) => Math.round(median(loads.map((load) => load.requestsPerSecond)));
  const p99 = (loads: readonly Load[]) => round(median(loads.map((load) => load.p99)));
  const results = {
    ...{ connections: CONNECTIONS, seconds: SECONDS, rounds: ROUNDS },
    aSecond: { ours: rate(ours), strapiCore: rate(cores) },
    p99: { ours: p99(ours), core: p99(cores) },
    oursToStrapiCore: round(rate(ours) / rate(cores)),
  };
  say(JSON.stringify(results));
  if (!QUICK) saveResults('subscribe', results);
} finally {
  // Stopped already, or what has failed before.
  for (const stop of stops) await stop();
  for (const child of children) child.kill('SIGTERM');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
