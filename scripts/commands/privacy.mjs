import { inRoot } from '../up/project.mjs';
import { runInCms } from './run-in-cms.mjs';

/**
 * @param {readonly string[]} args as `privacy` in the CMS takes them
 * @param {AbortSignal} signal
 * @returns {Promise<number>} the exit code
 */
export async function privacy(args, signal) {
  return await runInCms(inRoot('apps', 'cms', 'dist', 'src', 'cli', 'privacy.js'), [...args], signal);
}
