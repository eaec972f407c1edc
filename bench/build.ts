import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { liveRelease } from './live-release.ts';
import { loadArticles } from './load.ts';
import { machine, median, round, saveResults, say } from './machine.ts';
import { BODIES, peerContent } from './peers/articles.ts';
import { ELEVENTY, writeEleventySite } from './peers/eleventy.ts';
import { writeHugoSite } from './peers/hugo.ts';
import { requireSameContent } from './peers/same-content.ts';
import { type Cost, measureRun } from './process-cost.ts';
import { productEnvironment, seed, startCms, WEB } from './stack.ts';

/**
 * Cold build of the whole site: our publisher with nothing on disk, Eleventy, and Hugo where it is installed.
 *
 *     node build.ts [--rounds 3] [--bodies md|html] [articles…]     1000 10000 unless given
 *
 * Ours goes from the start of the process to its end, reading everything from a real CMS; `withoutSync`
 * leaves that reading out, as the peers find their content in files. Peers get the same articles as Markdown (or
 * rendered already: `--bodies html`) with front matter, layouts as heavy as ours, the French lists by twelve
 * and one feed a list. They are spared tables and callouts, which they get as HTML, the choice of related
 * articles, Atom, JSON Feed, sitemaps, English, hashes and fsync, all of which ours does. Medians of the rounds; in each round all run one after the other.
 */
const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '3' }, bodies: { type: 'string', default: 'md' } },
});
const SIZES = positionals.length > 0 ? positionals.map(Number) : [1_000, 10_000];
/** Eleventy keeps the whole site in memory: at 50,000 articles it ends with Node's own limit of 4 GB. */
const ELEVENTY_HEAP = '--max-old-space-size=14000';
const ROUNDS = Number(flags.rounds);
const BODIES_ARE = z.enum(BODIES).parse(flags.bodies);

const outcomeSchema = z.object({
  ok: z.literal(true),
  built: z.object({ pagesTotal: z.number(), steps: z.record(z.string(), z.number()) }),
});

interface Run extends Cost {
  pages: number;
}
interface OurRun extends Run {
  withoutSync: number;
  /** Milliseconds of each. */
  steps: Record<string, number>;
}

async function runOurs(environment: Record<string, string>): Promise<OurRun> {
  rmSync(join(environment.DATA_DIR ?? '', 'web'), { recursive: true, force: true });
  const { stdout, ...cost } = await measureRun(process.execPath, ['publisher/main.ts', '--once'], {
    cwd: WEB,
    env: environment,
  });
  // Its log stands around it.
  const outcome = stdout.split('\n').find((line) => line.startsWith('{"ok":'));
  const { built } = outcomeSchema.parse(JSON.parse(outcome ?? 'null'));
  const withoutSync = cost.seconds - (built.steps.sync ?? 0) / 1_000;
  return { ...cost, withoutSync, pages: built.pagesTotal, steps: built.steps };
}

async function runPeer(folder: string, out: string, command: string, args: string[]): Promise<Run> {
  rmSync(join(folder, out), { recursive: true, force: true });
  const { stdout: _, ...cost } = await measureRun(command, args, { cwd: folder, env: process.env });
  const pages = readdirSync(join(folder, out), { recursive: true, withFileTypes: true });
  return { ...cost, pages: pages.filter((entry) => entry.isFile()).length };
}

const middle = (runs: readonly Run[]): Run => ({
  seconds: round(median(runs.map(({ seconds }) => seconds))),
  cpuSeconds: round(median(runs.map(({ cpuSeconds }) => cpuSeconds))),
  peakMb: Math.round(Math.max(...runs.map(({ peakMb }) => peakMb))),
  pages: runs[0]?.pages ?? 0,
});

async function measure(articles: number, hugo: string | undefined) {
  const dataDir = mkdtempSync(join(tmpdir(), 'passerelle-bench-'));
  const environment = await productEnvironment(dataDir);
  try {
    seed(environment);
    loadArticles(join(dataDir, 'cms/passerelle.sqlite'), articles);
    const cms = await startCms(environment);
    try {
      return await measureAll(environment, dataDir, hugo);
    } finally {
      await cms.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measureAll(environment: Record<string, string>, dataDir: string, hugo: string | undefined) {
  const [eleventySite, hugoSite] = [join(dataDir, 'peers/eleventy'), join(dataDir, 'peers/hugo')];
  const runs = { ours: [] as OurRun[], eleventy: [] as Run[], hugo: [] as Run[] };
  for (let at = 0; at < ROUNDS; at += 1) {
    runs.ours.push(await runOurs(environment));
    if (at === 0) writeSites(dataDir, eleventySite, hugoSite);
    runs.eleventy.push(await runPeer(eleventySite, 'out', process.execPath, [ELEVENTY_HEAP, ELEVENTY]));
    if (hugo) runs.hugo.push(await runPeer(hugoSite, 'public', 'hugo', []));
  }
  compareArticles(dataDir, join(eleventySite, 'out'));
  if (hugo) compareArticles(dataDir, join(hugoSite, 'public'));
  const withoutSync = round(median(runs.ours.map((run) => run.withoutSync)));
  const ours = { ...middle(runs.ours), withoutSync, steps: runs.ours.map(({ steps }) => steps) };
  const eleventy = middle(runs.eleventy);
  const against = (peer: Run) => ({
    whole: round(ours.seconds / peer.seconds),
    withoutSync: round(ours.withoutSync / peer.seconds),
    cpu: round(ours.cpuSeconds / peer.cpuSeconds),
  });
  const hugoRun = hugo ? middle(runs.hugo) : null;
  return {
    ours,
    eleventy,
    hugo: hugoRun,
    ratios: { eleventy: against(eleventy), hugo: hugoRun ? against(hugoRun) : null },
  };
}

function writeSites(dataDir: string, eleventySite: string, hugoSite: string): void {
  const content = peerContent(dataDir, BODIES_ARE);
  for (const folder of [eleventySite, hugoSite]) mkdirSync(folder, { recursive: true });
  writeEleventySite(eleventySite, content);
  writeHugoSite(hugoSite, content);
}

/** @throws when an article of a peer isn't the one ours has. Every hundredth is looked at. */
function compareArticles(dataDir: string, out: string): void {
  const release = liveRelease(dataDir);
  const paths = release.pages.filter((path) => /^\/nouvelles\/[^/]+\/$/.test(path)).toSorted();
  for (const path of paths.filter((_, at) => at % 100 === 0))
    requireSameContent(path, release.html(path), readFileSync(join(out, path, 'index.html'), 'utf8'));
}

function versionOf(command: string, args: string[]): string | undefined {
  const ran = spawnSync(command, args, { encoding: 'utf8' });
  return ran.status === 0 ? ran.stdout.trim() : undefined;
}

const show = (name: string, run: Run) =>
  say(
    `  ${name.padEnd(9)} ${run.seconds.toFixed(2)} s, ${run.cpuSeconds.toFixed(2)} s of processor, ` +
      `at most ${run.peakMb} MB, ${run.pages} files`,
  );

const hugo = versionOf('hugo', ['version']);
say(JSON.stringify(machine()));
if (!hugo) say('Hugo is not installed; it is left out.');
const results = [];
for (const articles of SIZES) {
  const measured = await measure(articles, hugo);
  results.push({ articles, ...measured });
  say(`${articles} articles, medians of ${ROUNDS}`);
  show('ours', measured.ours);
  say(`            ${measured.ours.withoutSync.toFixed(2)} s without the sync`);
  show('eleventy', measured.eleventy);
  if (measured.hugo) show('hugo', measured.hugo);
  say(`  ours / peer: ${JSON.stringify(measured.ratios)}`);
}
const versions = { eleventy: versionOf(process.execPath, [ELEVENTY, '--version']), hugo: hugo ?? null };
saveResults('build', { rounds: ROUNDS, bodies: BODIES_ARE, versions, results });
