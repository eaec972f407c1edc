import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { EACH_FROM_ELSEWHERE, type Load, postForms, requireWrk } from './load-http.ts';
import { machine, median, round, saveResults, say } from './machine.ts';
import { startStrapiCore } from './peers/strapi-core.ts';
import { productEnvironment, seed, startProduct } from './stack.ts';
import { workshop } from './workshop.ts';

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

const shop = workshop();
const stops: (() => Promise<void>)[] = [];

const load = (url: string, body: string, headers: string[]): Promise<Load> =>
  postForms(url, body, { seconds: SECONDS, connections: CONNECTIONS, headers });

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
  const headers = ['Content-Type: application/x-www-form-urlencoded', `Origin: ${site}`, EACH_FROM_ELSEWHERE];
  const body =
    'email=visiteur-<24>%40exemple.example&frequency=weekly&page=%2Finfolettre%2F&website=' +
    `&consent=${WORDING}&key=<uuid>&token=${token}`;
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
      const done = await load(`${site}/infolettre/`, body, headers);
      acknowledged += done.requests;
      // The mails of the round go out by now: nobody else is to be measured beside them.
      await product.quiet();
      return done;
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
  const { url, headers } = await startStrapiCore(shop);
  const row = { poll: 'weekly', choice: 'fr-CA', voter: 'visiteur-<24>@exemple.example' };
  return { round: () => load(url, JSON.stringify({ data: row }), headers) };
}

requireWrk();
say(JSON.stringify(machine()));
try {
  const product = await throughTheProduct(shop.folder(tmpdir(), 'passerelle-subscribe-'));
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
  shop.clear();
}
