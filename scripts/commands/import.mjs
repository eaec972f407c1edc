import { resolve } from 'node:path';
import { inRoot } from '../up/project.mjs';
import { runInCms } from './run-in-cms.mjs';

/** @typedef {{ locale?: string, dryRun?: boolean, report?: string }} ImportOptions */

const IMPORT_SCRIPT = inRoot('apps', 'cms', 'dist', 'src', 'cli', 'import.js');

/**
 * @param {readonly string[]} files relative to where the person is, not to where the script runs
 * @param {ImportOptions} options
 * @param {AbortSignal} signal
 * @returns {Promise<number>} the exit code
 */
export async function importFiles(files, { locale, dryRun, report }, signal) {
  const from = process.env.INIT_CWD ?? process.cwd();
  const args = [
    ...files.map((file) => resolve(from, file)),
    ...(locale === undefined ? [] : ['--locale', locale]),
    ...(dryRun ? ['--dry-run'] : []),
    ...(report === undefined ? [] : ['--report', report]),
  ];
  return await runInCms(IMPORT_SCRIPT, args, signal);
}
