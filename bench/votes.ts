import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BATCH_LIMIT, entriesResponseSchema, pollResultsSchema, pollVotePath } from '@passerelle/contracts';
import { z } from 'zod';
import { EACH_FROM_ELSEWHERE, type Load, postForms, requireWrk } from './load-http.ts';
import { machine, median, round, saveResults, say } from './machine.ts';
import { hotRowVotes } from './peers/hot-row.ts';
import { rawVotes } from './peers/raw-votes.ts';
import { startStrapiCore } from './peers/strapi-core.ts';
import { postgres } from './postgres.ts';
import { CMS, productEnvironment, seed, startCms, startProduct } from './stack.ts';
import { workshop } from './workshop.ts';

/**
 * Votes per second through the whole path (browser's request → web server → CMS → disk), against Strapi's own create
 * and against bare SQLite; and counting on PostgreSQL against a tally row that all wait for:
 *
 *     node votes.ts [--quick]
 *
 * All sides flush what they acknowledge. Afterwards the poll's count is compared with what was acknowledged.
 */
const QUICK = process.argv.includes('--quick');
const SECONDS = QUICK ? 2 : 8;
const ROUNDS = QUICK ? 1 : 3;
const CONNECTIONS = 64;
const CLIENTS = 16;

interface Ballot {
  documentId: string;
  slug: string;
  options: string[];
}

const shop = workshop();

async function openPoll({ CMS_URL, SITE_TOKEN }: Record<string, string>): Promise<Ballot> {
  const response = await fetch(`${CMS_URL}/api/site/entries?kind=poll`, {
    headers: { authorization: `Bearer ${SITE_TOKEN}` },
  });
  const { entries } = entriesResponseSchema.parse(await response.json());
  for (const entry of entries) {
    if (entry.kind === 'poll' && entry.locale === 'fr-CA' && entry.state === 'open')
      return { documentId: entry.documentId, slug: entry.slug, options: entry.options.map(({ key }) => key) };
  }
  throw new Error('The demo content has no open poll.');
}

async function counted({ CMS_URL, SUBMIT_TOKEN }: Record<string, string>, poll: string): Promise<number> {
  const response = await fetch(`${CMS_URL}/api/polls/${poll}/results`, {
    headers: { authorization: `Bearer ${SUBMIT_TOKEN}` },
  });
  return pollResultsSchema.parse(await response.json()).counts?.ballots ?? 0;
}

const load = (url: string, body: string, headers: string[]): Promise<Load> =>
  postForms(url, body, { seconds: SECONDS, connections: CONNECTIONS, headers });

/** Through the product; every acknowledged vote must be in the count. */
async function throughTheProduct(dataDir: string) {
  const environment: Record<string, string> = {
    ...(await productEnvironment(dataDir)),
    TRUSTED_PROXIES: '127.0.0.1/32',
  };
  seed(environment);
  const product = await startProduct(environment);
  await product.quiet();
  const site = environment.SITE_URL;
  const ballot = await openPoll(environment);
  const form = await fetch(`${site}/formulaires/jeton.json?form=vote&sujet=${ballot.documentId}`);
  const { token } = z.object({ token: z.string() }).parse(await form.json());
  await new Promise((done) => setTimeout(done, 1_500));
  const headers = [
    'Accept: application/json',
    'Content-Type: application/x-www-form-urlencoded',
    `Origin: ${site}`,
    EACH_FROM_ELSEWHERE,
  ];
  const body = `poll=${ballot.documentId}&choices=<${ballot.options.join('|')}>&key=<uuid>&token=${token}&website=`;
  let acknowledged = 0;
  return {
    async round(): Promise<Load> {
      const done = await load(`${site}${pollVotePath('fr-CA', ballot.slug)}`, body, headers);
      acknowledged += done.requests;
      return done;
    },
    async stop(): Promise<void> {
      const count = await counted(environment, ballot.documentId);
      await product.stop();
      // wrk ends without waiting for the last answers: those votes are counted too.
      const most = acknowledged + ROUNDS * CONNECTIONS + CONNECTIONS;
      if (count < acknowledged || count > most)
        throw new Error(`${acknowledged} votes were acknowledged, ${count} are counted.`);
      say(`${acknowledged} acknowledged, ${count} counted`);
    },
  };
}

async function strapiCore() {
  const { url, headers } = await startStrapiCore(shop);
  const row = { poll: 'poll', choice: '<a|b|c>', voter: '<32>' };
  return { round: () => load(url, JSON.stringify({ data: row }), headers) };
}

/** Counting on PostgreSQL: so many clients, ours with as many votes in a transaction as the web server hands over. */
async function countingOnPostgres() {
  const server = await postgres();
  try {
    const dataDir = shop.folder(tmpdir(), 'passerelle-votes-pg-');
    const environment = { ...(await productEnvironment(dataDir)), DATABASE_URL: server.url };
    seed(environment);
    const cms = await startCms(environment);
    const ballot = await openPoll(environment);
    await cms.stop();
    const ours: number[] = [];
    const hot: number[] = [];
    for (let turn = 0; turn < ROUNDS; turn += 1) {
      ours.push(countVotes(environment, ballot));
      hot.push(await hotRowVotes(await server.database(), CLIENTS, SECONDS));
    }
    return { ours: Math.round(median(ours)), hotRow: Math.round(median(hot)) };
  } finally {
    await server.stop();
  }
}

const countedSchema = z.object({ accepted: z.number(), seconds: z.number() });

function countVotes(environment: Record<string, string>, { documentId, options }: Ballot): number {
  const script = join(import.meta.dirname, 'peers/count-votes.mjs');
  const args = [documentId, options.join(','), CLIENTS, BATCH_LIMIT, SECONDS].map(String);
  const ran = spawnSync(process.execPath, [script, ...args], {
    cwd: CMS,
    env: environment,
    encoding: 'utf8',
  });
  if (ran.status !== 0) throw new Error(`The CMS could not count:\n${ran.stdout}${ran.stderr}`);
  const { accepted, seconds } = countedSchema.parse(JSON.parse(ran.stdout.trim().split('\n').at(-1) ?? ''));
  return accepted / seconds;
}

requireWrk();
say(JSON.stringify(machine()));
try {
  const product = await throughTheProduct(shop.folder(tmpdir(), 'passerelle-votes-'));
  const core = await strapiCore();
  const ours: Load[] = [];
  const cores: Load[] = [];
  const raw: number[] = [];
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    ours.push(await product.round());
    cores.push(await core.round());
    raw.push(rawVotes(shop.folder(tmpdir(), 'passerelle-votes-raw-'), SECONDS / 2));
  }
  await product.stop();
  const rate = (loads: readonly Load[]) => Math.round(median(loads.map((load) => load.requestsPerSecond)));
  const p99 = (loads: readonly Load[]) => round(median(loads.map((load) => load.p99)));
  const votes = { ours: rate(ours), strapiCore: rate(cores), rawSqlite: Math.round(median(raw)) };
  say(`votes a second: ${JSON.stringify(votes)}; p99 ours ${p99(ours)} ms, core ${p99(cores)} ms`);
  shop.endProcesses();
  const postgresql = await countingOnPostgres();
  const ratios = {
    oursToStrapiCore: round(votes.ours / votes.strapiCore),
    oursToRawSqlite: round(votes.ours / votes.rawSqlite),
    postgresqlToHotRow: round(postgresql.ours / postgresql.hotRow),
  };
  say(`counted a second on PostgreSQL: ${JSON.stringify(postgresql)}`);
  say(`ratios: ${JSON.stringify(ratios)}`);
  const how = {
    connections: CONNECTIONS,
    seconds: SECONDS,
    rounds: ROUNDS,
    clients: CLIENTS,
    votesInATransaction: BATCH_LIMIT,
  };
  if (!QUICK)
    saveResults('votes', { ...how, votes, postgresql, p99: { ours: p99(ours), core: p99(cores) }, ratios });
} finally {
  shop.clear();
}
