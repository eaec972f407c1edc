import { inherited } from './dockerfile.mjs';
import { plainSecret } from './variables.mjs';

/**
 * @typedef {object} Service a service of a Compose file, as far as the rules read it
 * @property {string} [image]
 * @property {{ dockerfile?: string, context?: string }} [build]
 * @property {string} [user]
 * @property {boolean} [read_only]
 * @property {boolean} [init]
 * @property {{ test?: unknown, disable?: boolean }} [healthcheck]
 * @property {Record<string, { condition: string }> | string[]} [depends_on]
 * @property {Record<string, string> | string[]} [environment]
 * @property {string[]} [ports]
 * @property {(string | { type: string, source?: string })[]} [volumes]
 * @property {string[] | Record<string, unknown>} [networks]
 * @property {string[]} [security_opt]
 * @property {string} [x-root-reason]
 * @property {string} [x-writable-reason]
 *
 * @typedef {object} Project
 * @property {Record<string, Service>} services
 * @property {Record<string, unknown>} volumes
 * @property {Record<string, unknown>} networks
 * @property {(service: Service) => import('./dockerfile.mjs').Stage[]} stages of the service's own Dockerfile; none when it is pulled
 */

const isRoot = (/** @type {string | null | undefined} */ user) => !user || /^(?:root|0)(?::|$)/.test(user);

/** @param {string} image with its tag */
export const isPinned = (image) => /@sha256:[0-9a-f]{64}$/.test(image) || /:(?!latest$)[\w.-]+$/.test(image);

/** @param {Service} service @param {Project} project */
function hasHealthcheck(service, project) {
  if (service.healthcheck)
    return service.healthcheck.disable !== true && service.healthcheck.test !== undefined;
  return inherited(project.stages(service), 'healthcheck') === true;
}

/**
 * Our own rules for one service.
 * @param {string} name
 * @param {Service} service
 * @param {Project} project
 * @returns {string[]}
 */
export function serviceProblems(name, service, project) {
  /** @type {string[]} */
  const problems = [];
  const wrong = (/** @type {string} */ what) => problems.push(`${name}: ${what}`);

  if (!hasHealthcheck(service, project)) wrong('has no healthcheck, here or in its Dockerfile');
  const user = service.user ?? inherited(project.stages(service), 'user');
  if (isRoot(user) && !service['x-root-reason']) wrong('runs as root and gives no x-root-reason');
  if (!service.read_only && !service['x-writable-reason'])
    wrong('has a writable root and gives no x-writable-reason');
  if (service.init !== true) wrong('has no init to reap its children and pass signals on');
  if (!service.security_opt?.includes('no-new-privileges:true')) wrong('may gain privileges');
  if (!service.image || !isPinned(service.image))
    wrong(`its image has no tag, or "latest": ${service.image ?? 'none'}`);

  const environment = Array.isArray(service.environment)
    ? service.environment.map((entry) => /** @type {[string, string]} */ (splitOnce(entry)))
    : Object.entries(service.environment ?? {});
  for (const [variable, value] of environment) {
    const reason = plainSecret(variable, String(value ?? ''));
    if (reason) wrong(`${variable} ${reason}`);
  }
  for (const port of service.ports ?? [])
    if (!String(port).startsWith('127.0.0.1:')) wrong(`publishes ${port} beyond this machine`);

  for (const volume of service.volumes ?? []) {
    const source = typeof volume === 'string' ? volume.split(':')[0] : volume.source;
    if (source && /^\w/.test(source) && !(source in project.volumes))
      wrong(`uses the undeclared volume ${source}`);
  }
  const networks = Array.isArray(service.networks) ? service.networks : Object.keys(service.networks ?? {});
  for (const network of networks)
    if (!(network in project.networks)) wrong(`uses the undeclared network ${network}`);

  if (Array.isArray(service.depends_on)) wrong('depends on services without a condition');
  else
    for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
      const needed = project.services[other];
      if (!needed) wrong(`depends on ${other}, which isn't there`);
      else if (condition === 'service_healthy' && !hasHealthcheck(needed, project))
        wrong(`waits for ${other} to be healthy, which has no healthcheck`);
    }
  return problems;
}

/**
 * What is declared and used by nobody.
 * @param {Project} project
 */
export function unusedProblems({ services, volumes, networks }) {
  const all = Object.values(services);
  const mounted = all.flatMap(({ volumes: used = [] }) =>
    used.map((volume) => (typeof volume === 'string' ? volume.split(':')[0] : volume.source)),
  );
  const joined = all.flatMap(({ networks: used = [] }) => (Array.isArray(used) ? used : Object.keys(used)));
  return [
    ...Object.keys(volumes)
      .filter((name) => !mounted.includes(name))
      .map((name) => `volume ${name} is used by no service`),
    ...Object.keys(networks)
      .filter((name) => !joined.includes(name))
      .map((name) => `network ${name} is used by no service`),
  ];
}

/** @param {string} entry */
function splitOnce(entry) {
  const at = entry.indexOf('=');
  return at === -1 ? [entry, ''] : [entry.slice(0, at), entry.slice(at + 1)];
}
