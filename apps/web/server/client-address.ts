import type { IncomingMessage } from 'node:http';
import proxyAddr from 'proxy-addr';

/** The visitor's address; empty when the connection is already gone. */
export type ClientAddress = (request: IncomingMessage) => string;

/**
 * Reads the visitor's address: the connection's own or, when that is a trusted proxy's, the last one in
 * `X-Forwarded-For` that isn't. What anyone else writes into that header moves nothing.
 *
 * @param trusted addresses and networks (CIDR) of our reverse proxies.
 * @throws {TypeError} when one is neither.
 */
export function clientAddressBehind(trusted: readonly string[]): ClientAddress {
  const trust = proxyAddr.compile([...trusted]);
  return (request) => (request.socket.remoteAddress === undefined ? '' : proxyAddr(request, trust));
}
