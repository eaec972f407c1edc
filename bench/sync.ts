import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { articlePath } from '@passerelle/contracts';
import { z } from 'zod';
import { signIn } from './editor.ts';
import { loadArticles } from './load.ts';
import { machine, median, round, saveResults, say } from './machine.ts';
import { productEnvironment, seed, startProduct } from './stack.ts';

/**
 * Bringing the site's copy of the content up to date from a real CMS, as the publisher times it: all of it, and what
 * one publication has changed.
 *
 *     node sync.ts [articles…]     1000 10000 unless given
 */
const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1_000, 10_000];
const EDITS = 15;

/** What the publisher logs of a build that went well. */
const liveSchema = z.object({ msg: z.literal('live'), steps: z.looseObject({ sync: z.number() }) });

async function measure(articles: number) {
  const dataDir = mkdtempSync(join(tmpdir(), 'passerelle-bench-'));
  const environment = await productEnvironment(dataDir);
  try {
    seed(environment);
    loadArticles(join(dataDir, 'cms/passerelle.sqlite'), articles);
    const product = await startProduct(environment);
    try {
      await publishEdits(environment);
    } finally {
      await product.stop();
    }
    const [fullMs = 0, ...deltas] = syncsIn(join(dataDir, 'log/publisher.log'));
    if (deltas.length < EDITS) throw new Error('Not every edit was published by itself.');
    const deltaMs = round(median(deltas));
    return { fullMs, deltaMs, slowestDeltaMs: Math.max(...deltas), deltaShare: round(deltaMs / fullMs, 4) };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function publishEdits(environment: Record<string, string>): Promise<void> {
  const editor = await signIn(environment);
  for (const { documentId, slug } of await editor.articles(EDITS)) {
    const title = `Titre mesuré ${Date.now()}`;
    await editor.publishTitle(documentId, title);
    const address = `${environment.SITE_URL}${articlePath('fr-CA', slug)}`;
    while (!(await (await fetch(address)).text()).includes(title))
      await new Promise((done) => setTimeout(done, 20));
  }
}

const syncsIn = (log: string): number[] =>
  readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line.includes('"msg":"live"'))
    .map((line) => liveSchema.parse(JSON.parse(line)).steps.sync);

say(JSON.stringify(machine()));
const results = [];
for (const articles of SIZES) {
  const measured = { articles, ...(await measure(articles)) };
  results.push(measured);
  say(
    `${articles} articles: everything in ${measured.fullMs} ms, what one publication changed in ${measured.deltaMs} ms, ` +
      `${(measured.deltaShare * 100).toFixed(2)} % of it`,
  );
}
saveResults('sync', { edits: EDITS, results });
