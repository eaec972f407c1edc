import { expect, it } from 'vitest';
import { isPublicAddress, lookupPublic, PrivateAddress } from './public-addresses.ts';

it.each([
  ['93.184.216.34', true],
  ['2606:4700::1111', true],
  ['127.0.0.1', false],
  ['10.0.0.1', false],
  ['172.16.3.4', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['::1', false],
  ['fd00::1', false],
  ['fe80::1', false],
  ['::ffff:127.0.0.1', false],
  ['2002:7f00:1::', false],
  ['exemple.example', false],
])('%s is public: %s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});

it('leads nowhere by a name of this machine', async () => {
  const error = await new Promise((done) => lookupPublic('localhost', {}, (found) => done(found)));
  expect(error).toBeInstanceOf(PrivateAddress);
});
