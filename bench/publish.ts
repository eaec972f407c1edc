import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { articlePath } from '@passerelle/contracts';
import { signIn } from './editor.ts';
import { loadArticles } from './load.ts';
import { productEnvironment, seed, startProduct } from './stack.ts';

/**
 * From the Publish request to the first public answer with the new text, through the whole product:
 *
 *     node publish.ts [articles…]     100 1000 10000 unless given
 */
const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [100, 1_000, 10_000];
const EDITS = 30;
const LOOK_EVERY_MS = 5;
const GIVE_UP_MS = 60_000;

interface Measured {
  articles: number;
  edits: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  slowest: number;
  firstReleaseMs: number;
  publisherPeakMb: number;
}

async function measure(articles: number): Promise<Measured> {
  const dataDir = mkdtempSync(join(tmpdir(), 'passerelle-bench-'));
  const environment = await productEnvironment(dataDir);
  try {
    seed(environment);
    loadArticles(join(dataDir, 'cms/passerelle.sqlite'), articles);
    const product = await startProduct(environment);
    try {
      const latencies = await publishEdits(environment);
      return {
        articles,
        edits: EDITS,
        p50: percentile(latencies, 0.5),
        p95: percentile(latencies, 0.95),
        slowest: percentile(latencies, 1),
        firstReleaseMs: Math.round(product.firstReleaseMs),
        publisherPeakMb: peakMegabytes(product.publisherPid),
      };
    } finally {
      await product.stop();
    }
  } finally {
    if (!process.env.BENCH_KEEP) rmSync(dataDir, { recursive: true, force: true });
  }
}

async function publishEdits(environment: Record<string, string>): Promise<number[]> {
  const editor = await signIn(environment);
  const subjects = await editor.articles(100);
  const latencies: number[] = [];
  for (let edit = 0; edit <= EDITS; edit += 1) {
    const subject = subjects[(edit * 7) % subjects.length];
    if (!subject) throw new Error('There is no article to edit.');
    const title = `Titre mesuré ${edit}, essai ${Date.now()}`;
    const began = performance.now();
    await editor.publishTitle(subject.documentId, title);
    await shows(`${environment.SITE_URL}${articlePath('fr-CA', subject.slug)}`, title);
    // The first one warms the CMS up.
    if (edit > 0) latencies.push(performance.now() - began);
    await new Promise((done) => setTimeout(done, 200));
  }
  return latencies.sort((a, b) => a - b);
}

async function shows(url: string, text: string): Promise<void> {
  const end = performance.now() + GIVE_UP_MS;
  while (performance.now() < end) {
    const response = await fetch(url);
    if (response.status === 200 && (await response.text()).includes(text)) return;
    await new Promise((done) => setTimeout(done, LOOK_EVERY_MS));
  }
  throw new Error(`${url} did not show "${text}" within ${GIVE_UP_MS / 1_000} s.`);
}

const percentile = (sorted: readonly number[], share: number) =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN);

function peakMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1_024);
}

const results: Measured[] = [];
for (const articles of SIZES) {
  const measured = await measure(articles);
  results.push(measured);
  process.stdout.write(
    `${String(articles).padStart(6)} articles: p50 ${measured.p50} ms, p95 ${measured.p95} ms, slowest ${measured.slowest} ms; ` +
      `first release ${measured.firstReleaseMs} ms; publisher at most ${measured.publisherPeakMb} MB\n`,
  );
}
const [first] = results;
const last = results.at(-1);
if (first && last && first !== last) {
  process.stdout.write(
    `p95 at ${last.articles} / p95 at ${first.articles}: ${(last.p95 / first.p95).toFixed(2)}\n`,
  );
}
const folder = resolve(import.meta.dirname, 'results');
mkdirSync(folder, { recursive: true });
const saved = {
  at: new Date().toISOString(),
  node: process.version,
  cpus: cpus().length,
  cpu: cpus()[0]?.model,
  results,
};
writeFileSync(join(folder, 'publish.json'), `${JSON.stringify(saved, null, 2)}\n`);
