import ipaddr from 'ipaddr.js';

/** Bits of an IPv6 address that a provider gives to one household or office. */
const IPV6_PREFIX = 56;

/**
 * The network behind an address: an IPv4 address whole, the first 56 bits of an IPv6 one. What is no address is
 * one network of its own.
 */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown';
  // `::ffff:192.0.2.1` is 192.0.2.1, as a socket of both families writes it.
  const parsed = ipaddr.process(address);
  const bytes = parsed.toByteArray();
  return Buffer.from(parsed.kind() === 'ipv4' ? bytes : bytes.slice(0, IPV6_PREFIX / 8)).toString('hex');
}
