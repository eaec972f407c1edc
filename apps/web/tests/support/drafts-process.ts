import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openDraftsWith } from '../../drafts/open.ts';

/** Keeps drafts on a small disk, fills the disk up, and tells as JSON what came of each try. */

const file = join(process.env.DATA_DIR ?? '', 'web', 'drafts.sqlite');
const ballast = join(dirname(file), 'ballast');
const failures: string[] = [];
const drafts = await openDraftsWith({
  file,
  formSecret: 'secret of the tests, long enough to pass',
  failed: (error) => failures.push(String(error)),
});
const LIFE_S = 3_600;
const long = (letter: string) => ({ message: letter.repeat(100_000) });

const begun = await drafts.begin(long('a'), '192.0.2.1', LIFE_S);
const cookie = begun.outcome === 'kept' ? begun.cookie : undefined;
fillUp();
const full = [];
for (const letter of ['b', 'c', 'd']) full.push(drafts.change(cookie, () => long(letter), LIFE_S).outcome);
const another = await drafts.begin(long('e'), '192.0.2.1', LIFE_S);
const readWhenFull = firstLetter();
rmSync(ballast);
const freed = drafts.change(cookie, () => long('f'), LIFE_S).outcome;
const told = { full, another: another.outcome, readWhenFull, freed, now: firstLetter(), failures };
process.stdout.write(`${JSON.stringify(told)}\n`);
drafts.close();

function firstLetter(): string {
  const draft = drafts.read(cookie);
  if (draft === null || draft === 'unavailable') return String(draft);
  return JSON.stringify(draft.content).slice(12, 13);
}

function fillUp(): void {
  const handle = openSync(ballast, 'w');
  for (let size = 65_536; size >= 512; size /= 2) {
    try {
      for (;;) writeSync(handle, Buffer.alloc(size));
    } catch {
      // Full for pieces of this size: smaller ones may still fit.
    }
  }
  // While it is open, its space isn't free.
  closeSync(handle);
}
