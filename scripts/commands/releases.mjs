import { loadEnvironment } from '../up/environment.mjs';
import { runForeground } from '../up/program.mjs';
import { inRoot } from '../up/project.mjs';

/**
 * @param {readonly string[]} args `list`, or `rollback` and perhaps a release
 * @param {AbortSignal} signal
 * @returns {Promise<number>} the exit code
 */
export async function releases(args, signal) {
  return await runForeground([inRoot('apps', 'web', 'publisher', 'releases.ts'), ...args], {
    signal,
    cwd: inRoot('apps', 'web'),
    env: { ...loadEnvironment(), NODE_ENV: 'production' },
  });
}
