import { resolve } from 'node:path';
import { inRoot } from '../up/project.mjs';
import { runInCms } from './run-in-cms.mjs';

const cli = () => inRoot('apps', 'cms', 'dist', 'src', 'cli', 'newsletter.js');

/**
 * Imports readers of the newsletter.
 *
 * @param {string} file from the folder the command is run in
 * @param {readonly string[]} options as `newsletter import` in the CMS takes them
 * @param {AbortSignal} signal
 * @returns {Promise<number>} the exit code: 1 when a line was refused
 */
export async function importReaders(file, options, signal) {
  return await runInCms(cli(), ['import', resolve(file), ...options], signal);
}

/**
 * Ends a reader's subscription at their word.
 *
 * @param {readonly string[]} options as `newsletter unsubscribe` in the CMS takes them
 * @param {AbortSignal} signal
 * @returns {Promise<number>} the exit code: 1 when there is no such reader
 */
export async function unsubscribeReader(options, signal) {
  return await runInCms(cli(), ['unsubscribe', ...options], signal);
}
