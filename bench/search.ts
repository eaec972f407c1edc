import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { machine, round, saveResults, say } from './machine.ts';
import { publishedSite } from './published-site.ts';
import { answers, freePort, WEB } from './stack.ts';

/**
 * Answering the search as the page's script asks it, one question after the other, by a site published by the product:
 *
 *     node search.ts [--sites folder] [articles…]     1000 10000 unless given; `--sites` keeps them for the next time
 */
const { values: flags, positionals } = parseArgs({
  options: { sites: { type: 'string' } },
  allowPositionals: true,
});
const SIZES = positionals.length > 0 ? positionals.map(Number) : [1_000, 10_000];
const ROUNDS = 20;

/** Words that most, some, one in twelve and none of the articles have; acronyms, a name, a sentence, the beginning of a word. */
const QUESTIONS = [
  'Québec',
  'immigration',
  'permis de travail',
  'parrainer mon conjoint',
  'PSTQ',
  'EE',
  'évaluation de l’impact sur le marché du travail',
  'que faire si ma demande de permis est refusée',
  'assurance maladie',
  'per',
  'francisat',
  'conjiont',
  'xyzzy immigration québec',
  'immigration programme demande permis travail délai Canada gouvernement personne français dossier étude employeur',
];

interface Site {
  origin: string;
  stop(): Promise<void>;
}

async function serve(dataDir: string): Promise<Site> {
  const port = String(await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    DATA_DIR: dataDir,
    SITE_URL: origin,
    WEB_PORT: port,
  };
  const child = spawn(process.execPath, ['server/main.ts'], { cwd: WEB, env, stdio: 'ignore' });
  await answers(`${origin}/readyz`);
  return {
    origin,
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** @returns milliseconds until the answer is there. */
async function ask(origin: string, question: string): Promise<number> {
  const address = `${origin}/recherche/?${new URLSearchParams({ q: question })}`;
  const from = performance.now();
  const response = await fetch(address, { headers: { accept: 'application/json' } });
  await response.json();
  if (!response.ok) throw new Error(`${address} was answered with ${response.status}.`);
  return performance.now() - from;
}

async function measure(articles: number, sites: string) {
  const dataDir = await publishedSite(join(sites, String(articles)), articles);
  const site = await serve(dataDir);
  try {
    for (const question of QUESTIONS) await ask(site.origin, question);
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      for (const question of QUESTIONS) times.push(await ask(site.origin, question));
    times.sort((a, b) => a - b);
    const at = (share: number) => round(times[Math.floor(times.length * share)] ?? Number.NaN);
    const snapshotMb = round(statSync(join(dataDir, 'web/snapshot.sqlite')).size / 1e6, 1);
    return { articles, p50: at(0.5), p95: at(0.95), slowest: round(times.at(-1) ?? Number.NaN), snapshotMb };
  } finally {
    await site.stop();
  }
}

say(JSON.stringify(machine()));
const sites = flags.sites ?? mkdtempSync(join(tmpdir(), 'passerelle-bench-'));
try {
  const results = [];
  for (const articles of SIZES) {
    const measured = await measure(articles, sites);
    results.push(measured);
    say(
      `${articles} articles: p50 ${measured.p50} ms, p95 ${measured.p95} ms, slowest ${measured.slowest} ms; ` +
        `the snapshot has ${measured.snapshotMb} MB`,
    );
  }
  saveResults('search', { questions: QUESTIONS.length, rounds: ROUNDS, results });
} finally {
  if (flags.sites === undefined) rmSync(sites, { recursive: true, force: true });
}
