import { SEED_SCRIPT } from '../up/seed.mjs';
import { runInCms } from './run-in-cms.mjs';

/** @param {{ force?: boolean }} options @param {AbortSignal} signal @returns {Promise<number>} the exit code */
export async function seed({ force }, signal) {
  return await runInCms(SEED_SCRIPT, force ? ['--force'] : [], signal);
}
