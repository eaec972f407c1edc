import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { tokenOf } from './editor.ts';
import { machine, round, saveResults, say } from './machine.ts';
import { costOf } from './process-cost.ts';
import { productEnvironment, startCms } from './stack.ts';

/**
 * Readers taken over from a file by a CMS that others use meanwhile, on SQLite: how long it takes, what others wait for
 * an answer, and memory, at one size and at ten times that. Then the same file again, which changes nothing.
 *
 *     node import.ts [--rows 100000]
 */
const { values } = parseArgs({ options: { rows: { type: 'string', default: '100000' } } });
const ROWS = Number(values.rows);
/** Between two questions of somebody else. */
const ASK_EVERY_MS = 20;

const reportSchema = z.object({
  rows: z.number(),
  outcomes: z.object({ added: z.number(), already: z.number() }),
});

/** A file as others export it: a proven consent in each row. */
const fileOf = (rows: number): string =>
  [
    'Courriel,Langue,Date,Source,Preuve',
    ...Array.from(
      { length: rows },
      (_, row) => `lecteur-${row}@exemple-${row % 500}.example,Français,2024-05-31,Salon,Fiche ${row}`,
    ),
  ].join('\r\n');

const WISH = JSON.stringify({
  mapping: { email: 0, locale: 1, consentDate: 2, source: 3, evidence: 4 },
  locale: 'fr-CA',
  dryRun: false,
  words: 'fr',
});

/** Asks for what the database knows, again and again. @returns a way to end it, which tells of the answers (ms) and memory */
function askMeanwhile(url: string, token: string, pid: number) {
  const waits: number[] = [];
  let peakMb = 0;
  let isOver = false;
  const asking = (async () => {
    while (!isOver) {
      const began = performance.now();
      const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
      if (!answer.ok) throw new Error(`Meanwhile ${url} was answered ${answer.status}.`);
      await answer.arrayBuffer();
      waits.push(performance.now() - began);
      peakMb = Math.max(peakMb, costOf(pid).memoryMb);
      await new Promise((done) => setTimeout(done, ASK_EVERY_MS));
    }
  })();
  return async () => {
    isOver = true;
    await asking;
    const sorted = waits.toSorted((a, b) => a - b);
    const at = (share: number) => round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0, 0);
    return { answerMs: { p50: at(0.5), p99: at(0.99), slowest: at(1) }, peakMb: round(peakMb, 0) };
  };
}

async function measure(rows: number) {
  const dataDir = mkdtempSync(join(tmpdir(), 'passerelle-import-'));
  const environment = await productEnvironment(dataDir);
  const cms = await startCms(environment);
  try {
    const token = await tokenOf(environment);
    const file = fileOf(rows);
    const idleMb = round(costOf(cms.pid).memoryMb, 0);
    const take = async () => {
      const ended = askMeanwhile(`${environment.CMS_URL}/passerelle/newsletter/issues`, token, cms.pid);
      const began = performance.now();
      const answer = await fetch(
        `${environment.CMS_URL}/passerelle/readers/import?wish=${encodeURIComponent(WISH)}`,
        {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
          body: file,
        },
      );
      const report = reportSchema.parse(await answer.json());
      const seconds = round((performance.now() - began) / 1000, 1);
      return { report, seconds, meanwhile: await ended() };
    };
    const first = await take();
    const again = await take();
    if (first.report.outcomes.added !== rows || again.report.outcomes.already !== rows)
      throw new Error(`Not every row was taken: ${JSON.stringify([first.report, again.report])}`);
    return {
      rows,
      seconds: first.seconds,
      rowsPerSecond: Math.round(rows / first.seconds),
      idleMb,
      ...first.meanwhile,
      again: { seconds: again.seconds, ...again.meanwhile },
    };
  } finally {
    await cms.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

say(JSON.stringify(machine()));
const results = [];
for (const rows of [ROWS / 10, ROWS]) {
  const measured = await measure(rows);
  results.push(measured);
  say(JSON.stringify(measured));
}
saveResults('import', { results });
