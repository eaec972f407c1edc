import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { clientAddressBehind } from './client-address.ts';

function addressOf(trusted: readonly string[], connection: string | undefined, forwarded?: string): string {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: connection });
  const request = new IncomingMessage(socket);
  if (forwarded !== undefined) request.headers['x-forwarded-for'] = forwarded;
  return clientAddressBehind(trusted)(request);
}

test.each([
  ['nobody is trusted', [], '203.0.113.5', '198.51.100.1', '203.0.113.5'],
  ['another one than the proxy', ['10.0.0.0/8'], '203.0.113.5', '198.51.100.1', '203.0.113.5'],
  ['the proxy', ['10.0.0.0/8'], '10.1.2.3', '198.51.100.1', '198.51.100.1'],
  ['what a visitor wrote before it', ['10.0.0.0/8'], '10.1.2.3', '1.1.1.1, 198.51.100.1', '198.51.100.1'],
  [
    'several hops',
    ['10.0.0.0/8', '192.0.2.7'],
    '10.1.2.3',
    '1.1.1.1, 198.51.100.1, 192.0.2.7',
    '198.51.100.1',
  ],
  ['a trusted address that a visitor wrote', ['10.0.0.0/8'], '203.0.113.5', '10.9.9.9', '203.0.113.5'],
  ['a socket of both families', ['127.0.0.0/8'], '::ffff:127.0.0.1', '198.51.100.1', '198.51.100.1'],
  ['the proxy without the header', ['10.0.0.0/8'], '10.1.2.3', undefined, '10.1.2.3'],
  ['a connection that is gone', [], undefined, '198.51.100.1', ''],
])('%s', (_, trusted, connection, forwarded, expected) => {
  expect(addressOf(trusted, connection, forwarded)).toBe(expected);
});
