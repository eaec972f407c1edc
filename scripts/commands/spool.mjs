import { loadEnvironment } from '../up/environment.mjs';
import { runForeground } from '../up/program.mjs';
import { inRoot } from '../up/project.mjs';

/**
 * @param {readonly string[]} args `poisoned`, or `retry` with ids or `--all`
 * @param {AbortSignal} signal
 * @returns {Promise<number>} the exit code
 */
export async function spool(args, signal) {
  return await runForeground([inRoot('apps', 'web', 'submissions', 'spool', 'command.ts'), ...args], {
    signal,
    cwd: inRoot('apps', 'web'),
    env: { ...loadEnvironment(), NODE_ENV: 'production' },
  });
}
