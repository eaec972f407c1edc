import { inRoot } from './project.mjs';

/**
 * @typedef {object} Service
 * @property {string} name also of its log
 * @property {readonly string[]} script Node script and arguments
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} env
 * @property {{ url: string, status: number, withinMs: number } | null} ready null: it counts as ready once started
 */

/** Strapi's own command line. */
export const STRAPI = inRoot('apps', 'cms', 'node_modules', '@strapi', 'strapi', 'bin', 'strapi.js');
const ASTRO = inRoot('apps', 'web', 'node_modules', 'astro', 'bin', 'astro.mjs');
const PUBLISHER = 'publisher/main.ts';

/**
 * The three processes of the product, in waves: each wave starts when the one before is ready.
 * @param {Record<string, string>} environment
 * @returns {Service[][]}
 */
export function productServices(environment) {
  const whole = childEnvironment(environment, 'production');
  const env = withoutSecretsOfTheCms(whole);
  return [
    [cms(['start'], whole, environment)],
    [
      {
        name: 'publisher',
        script: [PUBLISHER],
        cwd: inRoot('apps', 'web'),
        env,
        ready: publisherReady(environment),
      },
      {
        name: 'web',
        script: ['server/main.ts'],
        cwd: inRoot('apps', 'web'),
        env,
        ready: { url: `${webAddress(environment)}/readyz`, status: 200, withinMs: 180_000 },
      },
    ],
  ];
}

/**
 * The processes for contributors: CMS and site reload on a change, the content is kept fresh, nothing is released.
 * @param {Record<string, string>} environment
 * @returns {Service[][]}
 */
export function developmentServices(environment) {
  const whole = childEnvironment(environment, 'development');
  const env = withoutSecretsOfTheCms(whole);
  const web = inRoot('apps', 'web');
  const { WEB_HOST = '127.0.0.1', WEB_PORT = '4321' } = environment;
  return [
    [cms(['develop'], whole, environment)],
    [
      { name: 'content', script: [PUBLISHER, '--sync-only'], cwd: web, env, ready: null },
      {
        name: 'site',
        script: [ASTRO, 'dev', '--host', WEB_HOST, '--port', WEB_PORT],
        cwd: web,
        env,
        ready: { url: `${webAddress(environment)}/`, status: 200, withinMs: 120_000 },
      },
    ],
  ];
}

/** Where the CMS answers on this machine. @param {Record<string, string>} environment */
export const cmsAddress = ({ CMS_HOST, CMS_PORT }) => `http://${reachable(CMS_HOST)}:${CMS_PORT}`;
/** Where the site answers on this machine. @param {Record<string, string>} environment */
export const webAddress = ({ WEB_HOST, WEB_PORT }) => `http://${reachable(WEB_HOST)}:${WEB_PORT}`;
/** Where the publisher answers on this machine. @param {Record<string, string>} environment */
export const publisherAddress = ({ PUBLISHER_HOST, PUBLISHER_PORT }) =>
  `http://${reachable(PUBLISHER_HOST)}:${PUBLISHER_PORT}`;

/**
 * @param {readonly string[]} command of Strapi
 * @param {NodeJS.ProcessEnv} env
 * @param {Record<string, string>} environment
 * @returns {Service}
 */
function cms(command, env, environment) {
  return {
    name: 'cms',
    script: [STRAPI, ...command],
    cwd: inRoot('apps', 'cms'),
    env,
    ready: { url: `${cmsAddress(environment)}/_health`, status: 204, withinMs: 180_000 },
  };
}

/** @param {Record<string, string>} environment */
const publisherReady = (environment) => ({
  url: `${publisherAddress(environment)}/readyz`,
  status: 200,
  withinMs: 180_000,
});

/** @param {Record<string, string>} environment @param {'production' | 'development'} mode */
const childEnvironment = (environment, mode) => ({
  ...environment,
  NODE_ENV: mode,
  FORCE_COLOR: '0',
  ASTRO_TELEMETRY_DISABLED: '1',
});

/** What the CMS alone may know. */
const OF_THE_CMS = [
  'MASTER_KEY',
  'MASTER_KEYS_OLD',
  'SUBMISSIONS_PRIVATE_KEY',
  'ADMIN_PASSWORD',
  'SMTP_URL',
  'DKIM_PRIVATE_KEY',
];

/** The environment of the processes that visitors reach. @param {NodeJS.ProcessEnv} env @returns {NodeJS.ProcessEnv} */
const withoutSecretsOfTheCms = (env) =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !OF_THE_CMS.includes(name)));

/** An address to connect to, for one that means "all". @param {string | undefined} host */
function reachable(host) {
  if (host === undefined || host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
