import { resolve } from 'node:path';
import { inRoot } from '../up/project.mjs';
import { runInCms } from './run-in-cms.mjs';

/** @typedef {{ records?: string, language?: string, json?: boolean, send?: string }} MailDoctorOptions */

/**
 * @param {MailDoctorOptions} options
 * @param {AbortSignal} signal
 * @returns {Promise<number>} the exit code: 1 when something must be mended
 */
export async function mailDoctor({ records, language, json, send }, signal) {
  const args = [
    'doctor',
    // The CMS runs elsewhere: a path is the caller's.
    ...(records === undefined ? [] : [`--records=${resolve(records)}`]),
    ...(language === undefined ? [] : [`--language=${language}`]),
    ...(json ? ['--json'] : []),
    ...(send === undefined ? [] : [`--send=${send}`]),
  ];
  return await runInCms(inRoot('apps', 'cms', 'dist', 'src', 'cli', 'mail.js'), args, signal);
}
