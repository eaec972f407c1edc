import { inRoot } from '../up/project.mjs';
import { runInCms } from './run-in-cms.mjs';

/** @param {AbortSignal} signal @returns {Promise<number>} the exit code: 1 when a record's key can't be opened */
export async function rotateKeys(signal) {
  return await runInCms(inRoot('apps', 'cms', 'dist', 'src', 'cli', 'keys.js'), ['rotate'], signal);
}
