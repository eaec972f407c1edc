import { STRAPI } from '../up/services.mjs';
import { runInCms } from './run-in-cms.mjs';

/**
 * @param {readonly string[]} args for Strapi's own command line
 * @param {AbortSignal} signal
 * @returns {Promise<number>} the exit code
 */
export async function strapi(args, signal) {
  return await runInCms(STRAPI, args, signal);
}
