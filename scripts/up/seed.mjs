import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { SetupFailure } from './failure.mjs';
import { digestOf, stampsIn } from './fresh.mjs';
import { inRoot, ROOT, SETUP_LOG } from './project.mjs';
import { runLogged } from './run-logged.mjs';

const INPUTS = ['apps/cms/seed', 'apps/cms/src/seed', 'apps/cms/src/cli'];

/** The script that loads the demo content; idempotent. */
export const SEED_SCRIPT = inRoot('apps', 'cms', 'dist', 'src', 'cli', 'seed.js');

/**
 * Loads the demo content into a database that has not had it in this form. What was loaded is remembered beside the
 * data, so that a new database, or a deleted data folder, is filled again.
 * @param {{ progress: import('./progress.mjs').Progress, signal: AbortSignal, environment: Record<string, string> }} options
 * @returns {Promise<boolean>} whether the content was loaded
 * @throws {SetupFailure} seed-failed
 */
export async function seedDemoContent({ progress, signal, environment }) {
  const folder = join(String(environment.DATA_DIR), 'cms');
  const stamps = stampsIn(folder);
  const database = environment.DATABASE_URL;
  // A digest, as the address has a password in it.
  const name = `.seeded-${createHash('sha256')
    .update(database ?? 'sqlite')
    .digest('hex')
    .slice(0, 12)}`;
  const digest = await digestOf(ROOT, INPUTS);
  const there = database ? [] : [join(folder, 'passerelle.sqlite')];
  if (stamps.isFresh(name, digest, there)) return false;
  await progress.step('Demo content', async () => {
    const { ok, tail } = await runLogged(
      { node: [SEED_SCRIPT] },
      { cwd: inRoot('apps', 'cms'), env: environment, log: SETUP_LOG, signal },
    );
    if (!ok) throw new SetupFailure('seed-failed', { log: SETUP_LOG }, { output: tail });
  });
  await stamps.remember(name, digest);
  return true;
}
