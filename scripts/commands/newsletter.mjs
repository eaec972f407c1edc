import { resolve } from 'node:path';
import { inRoot } from '../up/project.mjs';
import { runInCms } from './run-in-cms.mjs';

/**
 * Imports readers of the newsletter.
 *
 * @param {string} file from the folder the command is run in
 * @param {readonly string[]} options as `newsletter import` in the CMS takes them
 * @param {AbortSignal} signal
 * @returns {Promise<number>} the exit code: 1 when a line was refused
 */
export async function importReaders(file, options, signal) {
  const cli = inRoot('apps', 'cms', 'dist', 'src', 'cli', 'newsletter.js');
  return await runInCms(cli, ['import', resolve(file), ...options], signal);
}
