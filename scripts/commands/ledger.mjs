import { inRoot } from '../up/project.mjs';
import { runInCms } from './run-in-cms.mjs';

/** @param {AbortSignal} signal @returns {Promise<number>} the exit code: 1 when the ledger isn't as it was written */
export async function verifyLedger(signal) {
  return await runInCms(inRoot('apps', 'cms', 'dist', 'src', 'cli', 'ledger.js'), ['verify'], signal);
}
