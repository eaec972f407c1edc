import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** A name or address leads into a network that isn't public. */
export class PrivateAddress extends Error {
  override readonly name = 'PrivateAddress';
}

/** Whether an address is one of the public internet: neither this machine, nor a private network, nor a tunnel to one. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

/**
 * Looks a name up, and refuses it when any of its addresses isn't public. It is what a connection is made with: a name
 * that is looked up twice may lead elsewhere the second time.
 */
export const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, []);
    if (addresses.length === 0 || addresses.some(({ address }) => !isPublicAddress(address))) {
      return callback(new PrivateAddress('the name leads to an address that is not public'), []);
    }
    const [first] = addresses;
    if (options.all === true || first === undefined) return callback(null, addresses);
    callback(null, first.address, first.family);
  });
};
