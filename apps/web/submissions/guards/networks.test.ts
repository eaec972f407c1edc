import fc from 'fast-check';
import { expect, test } from 'vitest';
import { networkOf } from './networks.ts';

test('each IPv4 address is its own network, however it is written', () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.ipV4(), (one, other) => {
      expect(networkOf(`::ffff:${one}`)).toBe(networkOf(one));
      expect(networkOf(one) === networkOf(other)).toBe(one === other);
    }),
  );
});

test('an IPv6 network is its first 56 bits', () => {
  const network = networkOf('2001:db8:1:1200::1');
  expect(networkOf('2001:0DB8:0001:12ff:ffff:ffff:ffff:ffff')).toBe(network);
  expect(networkOf('2001:db8:1:1300::1')).not.toBe(network);
  expect(networkOf('2001:db8:1:1200::1%eth0')).toBe(network);
});

test('what is no address is one network', () => {
  expect(new Set(['', 'unknown', '1.2.3.4, 5.6.7.8', '<script>'].map(networkOf)).size).toBe(1);
});
