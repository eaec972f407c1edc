import { existsSync } from 'node:fs';
import { ENV_FILE, loadEnvironment } from '../up/environment.mjs';
import { inRoot } from '../up/project.mjs';
import { answers } from '../up/ready.mjs';
import { cmsAddress, publisherAddress, webAddress } from '../up/services.mjs';
import { examineDatabase } from './database.mjs';
import { examineDisk, examineEnvFile, examineInstallation, examinePorts } from './machine.mjs';
import { fail, ok } from './report.mjs';

/** @typedef {import('./report.mjs').Finding} Finding */

/**
 * Looks at everything the product needs, changing nothing.
 * @returns {Promise<Finding[]>}
 */
export async function examine() {
  const environment = loadEnvironment();
  const dataDir = String(environment.DATA_DIR);
  const asked = await Promise.all(
    processesOf(environment).map(async (one) => ({ ...one, answers: await answers(one.url, one.status) })),
  );
  const cmsAnswers = asked.some(({ name, answers }) => name === 'cms' && answers);
  return [
    ...examineInstallation(),
    examineEnvFile(ENV_FILE, environment),
    await examineDisk(dataDir),
    ...(await examinePorts(environment, asked)),
    await examineDatabase(environment),
    ...asked.map(({ name, url, answers }) =>
      answers
        ? ok(name, 'ready')
        : fail(
            name,
            `${url} does not answer as it should`,
            `Run “npm start”; if it runs, read var/log/${name}.log.`,
          ),
    ),
    ...(await siteFindings(environment, cmsAnswers)),
  ];
}

/** @param {Record<string, string>} environment */
const processesOf = (environment) => [
  {
    name: 'cms',
    url: `${cmsAddress(environment)}/_health`,
    status: 204,
    variable: 'CMS_PORT',
    host: 'CMS_HOST',
  },
  {
    name: 'publisher',
    url: `${publisherAddress(environment)}/readyz`,
    status: 200,
    variable: 'PUBLISHER_PORT',
    host: 'PUBLISHER_HOST',
  },
  {
    name: 'web',
    url: `${webAddress(environment)}/readyz`,
    status: 200,
    variable: 'WEB_PORT',
    host: 'WEB_HOST',
  },
];

/** @param {Record<string, string>} environment @param {boolean} cmsAnswers @returns {Promise<Finding[]>} */
async function siteFindings(environment, cmsAnswers) {
  if (!existsSync(inRoot('packages', 'cms-client', 'dist', 'index.js')))
    return [fail('packages', 'not built', 'Run “npm run setup”.')];
  // Only now: it loads the packages, which are there once they are built.
  const { examineSite } = await import('./site.mjs');
  return await examineSite(environment, cmsAnswers);
}
