import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type LaunchedChrome, launch } from 'chrome-launcher';
import lighthouse, { type Result } from 'lighthouse';
import { median, round, saveResults, say } from './machine.ts';
import { productEnvironment, seed, startProduct } from './stack.ts';

/**
 * Lighthouse's scores of the demo site on its emulated phone: medians of five runs a page.
 *
 *     node bench/lighthouse.ts [--runs 5] [--site http://localhost:4321]
 *
 * With `--site` a site that runs already is asked. CHROMIUM_PATH names the browser where it isn't found by itself.
 */

const PAGES = {
  home: '/',
  list: '/nouvelles/',
  article: '/nouvelles/eimt-employeurs/',
  'article with a poll': '/nouvelles/regionalisation-plan/',
  poll: '/sondages/quebec-ou-federal/',
  'static page': '/confidentialite/',
};
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** Metrics that are reported beside the scores, in milliseconds but for the shift, which has no unit. */
const METRICS = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
];

const { values: flags } = parseArgs({
  options: { runs: { type: 'string', default: '5' }, site: { type: 'string' } },
});

/** A busy machine loses a trace now and then. */
const ATTEMPTS = 3;

/** @throws when the page could not be looked at. */
async function look(url: string, chrome: LaunchedChrome): Promise<Result> {
  let fault = 'no result';
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const ran = await lighthouse(url, {
      port: chrome.port,
      onlyCategories: [...CATEGORIES],
      logLevel: 'error',
    });
    if (ran && !ran.lhr.runtimeError) return ran.lhr;
    fault = ran?.lhr.runtimeError?.message ?? fault;
  }
  throw new Error(`${url}: ${fault}`);
}

/** What keeps a page from the full score. */
function faultsOf({ categories, audits }: Result): string[] {
  return Object.values(categories).flatMap(({ id, score, auditRefs }) =>
    (score === 1 ? [] : auditRefs)
      .filter(({ id: audit, weight }) => weight > 0 && (audits[audit]?.score ?? 1) < 1)
      .map(({ id: audit }) => `${id}: ${audit} ${audits[audit]?.displayValue ?? ''}`.trim()),
  );
}

async function measure(site: string, chrome: LaunchedChrome): Promise<Record<string, object>> {
  const results: Record<string, object> = {};
  for (const [name, path] of Object.entries(PAGES)) {
    const runs: Result[] = [];
    for (let run = 0; run < Number(flags.runs); run += 1)
      runs.push(await look(new URL(path, site).href, chrome));
    const middle = (of: (run: Result) => number | null | undefined) =>
      median(runs.map((run) => of(run) ?? Number.NaN));
    const scores = Object.fromEntries(
      CATEGORIES.map((id) => [id, Math.round(middle(({ categories }) => categories[id]?.score) * 100)]),
    );
    const metrics = Object.fromEntries(
      METRICS.map((id) => [
        id,
        round(
          middle(({ audits }) => audits[id]?.numericValue),
          3,
        ),
      ]),
    );
    const isFull = Object.values(scores).every((score) => score === 100);
    const faults = isFull ? [] : [...new Set(runs.flatMap(faultsOf))];
    results[name] = { path, scores, metrics, faults };
    say(`${name.padEnd(20)} ${Object.values(scores).join('/')}  ${JSON.stringify(metrics)}`);
    for (const fault of faults) say(`  ${fault}`);
  }
  return results;
}

const chromium = process.env.CHROMIUM_PATH;
const chrome = await launch({
  ...(chromium ? { chromePath: chromium } : {}),
  // Chromium refuses its sandbox to root.
  chromeFlags: ['--headless=new', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
try {
  if (flags.site) await measure(flags.site, chrome);
  else {
    const dataDir = mkdtempSync(join(tmpdir(), 'passerelle-lighthouse-'));
    const environment = await productEnvironment(dataDir);
    seed(environment);
    const product = await startProduct(environment);
    try {
      const pages = await measure(environment.SITE_URL ?? '', chrome);
      saveResults('lighthouse', { runs: Number(flags.runs), pages });
    } finally {
      await product.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  }
} finally {
  chrome.kill();
}
