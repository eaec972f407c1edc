import { existsSync } from 'node:fs';
import { loadEnvironment } from '../up/environment.mjs';
import { SetupFailure } from '../up/failure.mjs';
import { runForeground } from '../up/program.mjs';
import { inRoot } from '../up/project.mjs';

/**
 * Runs a script of the CMS with this installation's settings.
 * @param {string} script absolute path
 * @param {readonly string[]} args
 * @param {AbortSignal} signal
 * @returns {Promise<number>} the exit code
 * @throws {SetupFailure} not-built
 */
export async function runInCms(script, args, signal) {
  if (!existsSync(script)) throw new SetupFailure('not-built');
  return await runForeground([script, ...args], {
    signal,
    cwd: inRoot('apps', 'cms'),
    env: { ...loadEnvironment(), NODE_ENV: 'production' },
  });
}
