import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { SetupFailure } from './failure.mjs';

/** The variables that name a port of ours, and the variable of the address it is opened on. */
const PORT_VARIABLES = [
  { variable: 'CMS_PORT', host: 'CMS_HOST' },
  { variable: 'WEB_PORT', host: 'WEB_HOST' },
  { variable: 'PUBLISHER_PORT', host: 'PUBLISHER_HOST' },
];

/**
 * Refuses ports that are no numbers, asked for twice or already taken.
 * @param {Record<string, string>} environment
 * @throws {SetupFailure} port-invalid, ports-equal, port-taken
 */
export async function checkPorts(environment) {
  const wanted = PORT_VARIABLES.map(({ variable, host }) => ({
    variable,
    port: portOf(environment, variable),
    host: environment[host] ?? '127.0.0.1',
  }));
  for (const [index, { variable, port }] of wanted.entries()) {
    const same = wanted.slice(0, index).find((earlier) => earlier.port === port);
    if (same) throw new SetupFailure('ports-equal', { first: same.variable, second: variable, port });
  }
  for (const { variable, port, host } of wanted)
    if (!(await isPortFree(port, host))) throw new SetupFailure('port-taken', { variable, port });
}

/** @param {Record<string, string>} environment @param {string} variable */
export function portOf(environment, variable) {
  const value = environment[variable] ?? '';
  const port = Number(value);
  if (!/^\d+$/.test(value) || port < 1 || port > 65535)
    throw new SetupFailure('port-invalid', { variable, value });
  return port;
}

/**
 * Whether nothing listens there. On the loop-back the IPv6 side counts too: a browser asked for `localhost`
 * would reach whatever answers on either.
 * @param {number} port
 * @param {string} host
 */
export async function isPortFree(port, host) {
  const hosts = host === '127.0.0.1' || host === 'localhost' ? ['127.0.0.1', '::1'] : [host];
  for (const one of hosts) if ((await listenOnce(port, one)) === 'EADDRINUSE') return false;
  return true;
}

/** Below the ports that a system gives to connections (Linux: from 32768), one of which could take it meanwhile. */
const LOWEST = 20_000;
const BEYOND = 32_000;

/** Ports nobody uses now, all different. @param {number} count @returns {Promise<number[]>} */
export async function freePorts(count) {
  /** @type {Set<number>} */
  const ports = new Set();
  while (ports.size < count) {
    const port = randomInt(LOWEST, BEYOND);
    if (await isPortFree(port, '127.0.0.1')) ports.add(port);
  }
  return [...ports];
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<string | null>} the code of the error, or null
 */
function listenOnce(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)));
  });
}
