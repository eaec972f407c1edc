import { releaseStore } from '../../apps/web/releases/store.ts';
import { createHttpClient } from '../../packages/cms-client/dist/index.js';
import { cmsAddress } from '../up/services.mjs';
import { fail, ok, warn } from './report.mjs';

/** @typedef {import('./report.mjs').Finding} Finding */

/**
 * Whether the CMS takes the site's token, and whether what it holds is what visitors see.
 * @param {Record<string, string>} environment
 * @param {boolean} cmsAnswers
 * @returns {Promise<Finding[]>}
 */
export async function examineSite(environment, cmsAnswers) {
  const revision = cmsAnswers ? await revisionOf(environment) : null;
  const live = await releaseStore(String(environment.DATA_DIR)).live();
  /** @type {Finding[]} */
  const findings = [];
  if (revision === null)
    findings.push(
      warn('site token', 'not checked: the CMS does not answer', 'Start the CMS, then look again.'),
    );
  else if ('problem' in revision)
    findings.push(
      fail(
        'site token',
        revision.problem,
        'SITE_TOKEN in .env must be the one the CMS was started with: start both again.',
      ),
    );
  else findings.push(ok('site token', 'accepted'));

  if (live === undefined)
    findings.push(
      fail('live release', 'there is none', 'Run “npm start”, or “npm run passerelle -- publish”.'),
    );
  else if (revision === null || 'problem' in revision)
    findings.push(
      warn('live release', `${live.id}, revision ${live.revision}, not compared with the CMS`, 'See above.'),
    );
  else if (live.epoch !== revision.epoch)
    findings.push(
      fail('live release', `${live.id} comes from another database`, 'Run “npm run passerelle -- publish”.'),
    );
  else if (live.revision !== revision.revision)
    findings.push(
      warn(
        'live release',
        `${live.id} shows revision ${live.revision}, the CMS is at ${revision.revision}`,
        'It follows within 30 s; if it does not, read var/log/publisher.log.',
      ),
    );
  else
    findings.push(
      ok('live release', `${live.id}, ${live.articles} articles, revision ${live.revision} as in the CMS`),
    );
  return findings;
}

/**
 * @param {Record<string, string>} environment
 * @returns {Promise<{ epoch: string, revision: number } | { problem: string }>}
 */
async function revisionOf(environment) {
  const cms = createHttpClient({
    url: cmsAddress(environment),
    siteToken: environment.SITE_TOKEN ?? '',
    reportToken: environment.REPORT_TOKEN ?? '',
    timeout: 5_000,
    waits: [],
  });
  try {
    return await cms.revision();
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
