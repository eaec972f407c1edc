import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  answerBatchSchema,
  entriesResponseSchema,
  pollResultsSchema,
  pollVotePath,
} from '@passerelle/contracts';
import { z } from 'zod';
import { type Load, requireWrk, runWrk } from './load-http.ts';
import { machine, median, round, saveResults, say } from './machine.ts';
import { hotRowVotes } from './peers/hot-row.ts';
import { rawVotes } from './peers/raw-votes.ts';
import { layOutStrapiCore } from './peers/strapi-core.ts';
import { postgres } from './postgres.ts';
import { answers, CMS, freePort, productEnvironment, seed, startCms, startProduct } from './stack.ts';

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
const PER_REQUEST = 50;

interface Ballot {
  documentId: string;
  slug: string;
  options: string[];
}

const children: ChildProcess[] = [];
const folders: string[] = [];
const folderIn = (parent: string, name: string): string => {
  const folder = mkdtempSync(join(parent, name));
  folders.push(folder);
  return folder;
};

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

const votesOf = (url: string, header: string[], args: string[]): Promise<Load> =>
  runWrk('wrk-votes.lua', url, {
    seconds: SECONDS,
    connections: CONNECTIONS,
    headers: header,
    args,
  });

/** Through the product; every acknowledged vote must be in the count. */
async function throughTheProduct(dataDir: string) {
  const environment: Record<string, string> = {
    ...(await productEnvironment(dataDir)),
    TRUSTED_PROXIES: '127.0.0.1/32',
  };
  seed(environment);
  const product = await startProduct(environment);
  const site = environment.SITE_URL;
  const ballot = await openPoll(environment);
  const form = await fetch(`${site}/formulaires/jeton.json?form=vote&sujet=${ballot.documentId}`);
  const { token } = z.object({ token: z.string() }).parse(await form.json());
  await new Promise((done) => setTimeout(done, 1_500));
  const headers = [
    'Accept: application/json',
    'Content-Type: application/x-www-form-urlencoded',
    `Origin: ${site}`,
  ];
  let acknowledged = 0;
  return {
    async round(): Promise<Load> {
      const load = await votesOf(`${site}${pollVotePath('fr-CA', ballot.slug)}`, headers, [
        'site',
        ballot.documentId,
        token,
        ...ballot.options,
      ]);
      acknowledged += load.requests;
      return load;
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
  return {
    round: () => votesOf(`http://127.0.0.1:${port}/api/votes`, headers, ['core', 'poll', '-', 'a', 'b', 'c']),
  };
}

/** Counting on PostgreSQL: so many callers of the CMS, each handing batches over as the web server does. */
async function countingOnPostgres() {
  const server = await postgres();
  try {
    const dataDir = folderIn(tmpdir(), 'passerelle-votes-pg-');
    const environment = { ...(await productEnvironment(dataDir)), DATABASE_URL: server.url };
    seed(environment);
    const cms = await startCms(environment);
    const ballot = await openPoll(environment);
    const ours: number[] = [];
    const hot: number[] = [];
    for (let turn = 0; turn < ROUNDS; turn += 1) {
      ours.push(await batches(environment, ballot));
      hot.push(await hotRowVotes(await server.database(), CLIENTS, SECONDS));
    }
    await cms.stop();
    return { ours: Math.round(median(ours)), hotRow: Math.round(median(hot)) };
  } finally {
    await server.stop();
  }
}

async function batches(environment: Record<string, string>, ballot: Ballot): Promise<number> {
  const { CMS_URL, SUBMIT_TOKEN } = environment;
  const end = performance.now() + SECONDS * 1_000;
  let accepted = 0;
  async function caller(): Promise<void> {
    while (performance.now() < end) {
      const submissions = Array.from({ length: PER_REQUEST }, (_, index) => ({
        form: 'vote',
        key: randomUUID(),
        locale: 'fr-CA',
        receivedAt: new Date().toISOString(),
        requestId: randomUUID(),
        body: { poll: ballot.documentId, choices: [ballot.options[index % ballot.options.length]] },
        voter: randomBytes(16).toString('base64url'),
      }));
      const response = await fetch(`${CMS_URL}/api/submissions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${SUBMIT_TOKEN}`, 'content-type': 'application/json' },
        body: JSON.stringify({ submissions }),
      });
      const { answers } = answerBatchSchema.parse(await response.json());
      accepted += answers.filter(({ outcome }) => outcome === 'accepted').length;
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, caller));
  return accepted / SECONDS;
}

requireWrk();
say(JSON.stringify(machine()));
try {
  const product = await throughTheProduct(folderIn(tmpdir(), 'passerelle-votes-'));
  const core = await strapiCore();
  const ours: Load[] = [];
  const cores: Load[] = [];
  const raw: number[] = [];
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    ours.push(await product.round());
    cores.push(await core.round());
    raw.push(rawVotes(folderIn(tmpdir(), 'passerelle-votes-raw-'), SECONDS / 2));
  }
  await product.stop();
  const rate = (loads: readonly Load[]) => Math.round(median(loads.map((load) => load.requestsPerSecond)));
  const p99 = (loads: readonly Load[]) => round(median(loads.map((load) => load.p99)));
  const votes = { ours: rate(ours), strapiCore: rate(cores), rawSqlite: Math.round(median(raw)) };
  say(`votes a second: ${JSON.stringify(votes)}; p99 ours ${p99(ours)} ms, core ${p99(cores)} ms`);
  for (const child of children) child.kill('SIGTERM');
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
    perRequest: PER_REQUEST,
  };
  if (!QUICK)
    saveResults('votes', { ...how, votes, postgresql, p99: { ours: p99(ours), core: p99(cores) }, ratios });
} finally {
  for (const child of children) child.kill('SIGTERM');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
