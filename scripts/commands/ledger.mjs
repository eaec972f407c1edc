import { inRoot } from '../up/project.mjs';
import { runInCms } from './run-in-cms.mjs';

/**
 * @param {readonly string[]} args as `ledger` in the CMS takes them
 * @param {AbortSignal} signal
 * @returns {Promise<number>} the exit code: 1 when the ledger isn't as it was written
 */
export async function ledger(args, signal) {
  return await runInCms(inRoot('apps', 'cms', 'dist', 'src', 'cli', 'ledger.js'), [...args], signal);
}
