import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { checkPorts, freePorts, isPortFree } from './ports.mjs';

/** @type {import('node:net').Server[]} */
const servers = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** @param {string} host @returns {Promise<number>} the port */
function occupy(host) {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    servers.push(server);
    server.listen(0, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

/** @param {readonly number[]} ports */
const environmentOf = ([cms, web, publisher]) => ({
  CMS_PORT: String(cms),
  WEB_PORT: String(web),
  PUBLISHER_PORT: String(publisher),
});

describe('isPortFree', () => {
  test.each(['127.0.0.1', '0.0.0.0', '::1', '::'])('sees a program that listens on %s', async (host) => {
    const port = await occupy(host);
    expect(await isPortFree(port, '127.0.0.1')).toBe(false);
  });

  test('gives the port back', async () => {
    const [port = 0] = await freePorts(1);
    expect(await isPortFree(port, '127.0.0.1')).toBe(true);
    expect(await isPortFree(port, '127.0.0.1')).toBe(true);
  });
});

describe('checkPorts', () => {
  test('accepts free, different ports', async () => {
    await expect(checkPorts(environmentOf(await freePorts(3)))).resolves.toBeUndefined();
  });

  test('names the variable whose port is taken', async () => {
    const [cms = 0, publisher = 0] = await freePorts(2);
    const web = await occupy('127.0.0.1');
    await expect(checkPorts(environmentOf([cms, web, publisher]))).rejects.toMatchObject({
      code: 'port-taken',
      facts: { variable: 'WEB_PORT', port: web },
    });
  });

  test('names both variables that ask for the same port', async () => {
    await expect(checkPorts(environmentOf([2000, 2001, 2000]))).rejects.toMatchObject({
      code: 'ports-equal',
      facts: { first: 'CMS_PORT', second: 'PUBLISHER_PORT', port: 2000 },
    });
  });

  test.each(['', '0', '65536', '12a', '-1', '1.5'])('refuses %j as a port', async (value) => {
    const environment = { ...environmentOf([1, 2, 3]), WEB_PORT: value };
    await expect(checkPorts(environment)).rejects.toMatchObject({
      code: 'port-invalid',
      facts: { variable: 'WEB_PORT', value },
    });
  });
});
