import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHttpClient } from '@passerelle/cms-client';
import { ENTRY_KINDS } from '@passerelle/contracts';
import { signIn } from './editor.ts';
import { loadArticles } from './load.ts';
import { machine, median, round, saveResults, say } from './machine.ts';
import { productEnvironment, seed, startCms } from './stack.ts';

/**
 * Reading the published content from a real CMS: all of it, and what one publication has changed.
 *
 *     node sync.ts [articles…]     1000 10000 unless given
 */
const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1_000, 10_000];
const ROUNDS = 3;
const EDITS = 15;

async function measure(articles: number) {
  const dataDir = mkdtempSync(join(tmpdir(), 'passerelle-bench-'));
  const environment = await productEnvironment(dataDir);
  try {
    seed(environment);
    loadArticles(join(dataDir, 'cms/passerelle.sqlite'), articles);
    const cms = await startCms(environment);
    try {
      return await measureReading(environment);
    } finally {
      await cms.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measureReading(environment: Record<string, string>) {
  const client = createHttpClient({
    url: environment.CMS_URL ?? '',
    siteToken: environment.SITE_TOKEN ?? '',
    reportToken: environment.REPORT_TOKEN ?? '',
  });
  const full: number[] = [];
  let entries = 0;
  for (let at = 0; at < ROUNDS; at += 1) {
    const began = performance.now();
    entries = 0;
    for (const kind of ENTRY_KINDS)
      for await (const page of client.everyPage(kind)) entries += page.entries.length;
    full.push(performance.now() - began);
  }

  const editor = await signIn(environment);
  const subjects = await editor.articles(EDITS);
  const delta: number[] = [];
  for (const { documentId } of subjects) {
    const { revision } = await client.revision();
    await editor.publishTitle(documentId, `Titre mesuré ${Date.now()}`);
    const began = performance.now();
    const { changes } = await client.changes(revision);
    delta.push(performance.now() - began);
    if (!changes.some((change) => change.documentId === documentId))
      throw new Error('A publication is missing from the changes.');
  }
  const fullMs = Math.round(median(full));
  const deltaMs = round(median(delta));
  return { entries, fullMs, deltaMs, deltaShare: round(deltaMs / fullMs, 4) };
}

say(JSON.stringify(machine()));
const results = [];
for (const articles of SIZES) {
  const measured = { articles, ...(await measure(articles)) };
  results.push(measured);
  say(
    `${articles} articles: all ${measured.entries} entries in ${measured.fullMs} ms, what one publication changed in ` +
      `${measured.deltaMs} ms, ${(measured.deltaShare * 100).toFixed(2)} % of it`,
  );
}
saveResults('sync', { rounds: ROUNDS, edits: EDITS, results });
