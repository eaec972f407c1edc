import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { median, round, saveResults, say } from './machine.ts';
import { postgres } from './postgres.ts';

/**
 * The newsletter's sender against a bare pool of Nodemailer's, into the same server; its memory at ten times as many
 * readers; the preparation of an issue.
 *
 *     node mail.ts [--readers 10000] [--many 100000] [--runs 3] [--connections 8]
 *
 * Target: 0.8 times the bare pool's mails in a second; what is alive in memory within 10 % at ten times the readers.
 */

const { values } = parseArgs({
  options: {
    readers: { type: 'string', default: '10000' },
    many: { type: 'string', default: '100000' },
    runs: { type: 'string', default: '3' },
    connections: { type: 'string', default: '8' },
  },
});
const readers = Number(values.readers);
const many = Number(values.many);
const runs = Number(values.runs);
const connections = Number(values.connections);

const issueSchema = z.object({
  sent: z.number(),
  prepareMs: z.number(),
  sendMs: z.number(),
  liveMb: z.number(),
  peakMb: z.number(),
});

const FLAGS = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'];
const SENDER = join(import.meta.dirname, '../apps/cms/tests/support/newsletter-bench-process.mts');
const peer = (name: string) => join(import.meta.dirname, 'peers', name);

/** Runs a script to its end. @returns what it wrote. */
async function run(script: string[], ...given: string[]): Promise<string> {
  const child = spawn(process.execPath, [...FLAGS, ...script, ...given], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += String(chunk);
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${script.join(' ')} ended with ${code}`);
  return output;
}

async function startSink() {
  const child = spawn(process.execPath, [...FLAGS, peer('mail-sink.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = await once(child.stdout, 'data');
  return { port: Number(port), stop: () => child.kill() };
}

type Address = { sqliteFile: string } | { databaseUrl: string };

async function issue(address: Address, port: number, count: number, flags: string[] = []) {
  const given = { address, url: `smtp://127.0.0.1:${port}`, readers: count, connections };
  const result = issueSchema.parse(JSON.parse(await run([...flags, SENDER], JSON.stringify(given))));
  if (result.sent !== count) throw new Error(`${result.sent} of ${count} were sent`);
  return { ...result, perSecond: round((count / result.sendMs) * 1000, 0) };
}

const sink = await startSink();
const server = await postgres();
const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-mail-'));
let files = 0;
const sqlite = (): Address => {
  files += 1;
  return { sqliteFile: join(folder, `${files}.sqlite`) };
};
try {
  const bare: number[] = [];
  const onSqlite: Awaited<ReturnType<typeof issue>>[] = [];
  const onPostgres: typeof onSqlite = [];
  // In turn: what else the machine does falls on each alike.
  for (let turn = 0; turn < runs; turn += 1) {
    const took = Number(
      await run([peer('bare-nodemailer.ts')], ...[sink.port, readers, connections].map(String)),
    );
    bare.push(round((readers / took) * 1000, 0));
    onSqlite.push(await issue(sqlite(), sink.port, readers));
    onPostgres.push(await issue({ databaseUrl: await server.database() }, sink.port, readers));
    say(
      `bare ${bare.at(-1)}/s, SQLite ${onSqlite.at(-1)?.perSecond}/s, PostgreSQL ${onPostgres.at(-1)?.perSecond}/s`,
    );
  }
  // Memory and time apart: to see what is alive costs time.
  const memory = ['--expose-gc'];
  const large = await issue(sqlite(), sink.port, many);
  const largePostgres = await issue({ databaseUrl: await server.database() }, sink.port, many);
  const live = (count: number) => issue(sqlite(), sink.port, count, memory).then(({ liveMb }) => liveMb);
  const [few, lot] = [await live(readers), await live(many)];
  const perSecond = (results: typeof onSqlite) => median(results.map((result) => result.perSecond));
  const results = {
    readers,
    connections,
    runs,
    mailsPerSecond: { bare: median(bare), sqlite: perSecond(onSqlite), postgres: perSecond(onPostgres) },
    ratio: {
      sqlite: round(perSecond(onSqlite) / median(bare)),
      postgres: round(perSecond(onPostgres) / median(bare)),
    },
    many,
    prepareManyMs: { sqlite: large.prepareMs, postgres: largePostgres.prepareMs },
    liveMb: { few, many: lot, ratio: round(lot / few) },
    peakMb: { sqlite: large.peakMb, postgres: largePostgres.peakMb },
    manyPerSecond: { sqlite: large.perSecond, postgres: largePostgres.perSecond },
  };
  saveResults('mail', results);
  say(JSON.stringify(results, null, 2));
} finally {
  sink.stop();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
