import { expect, it } from 'vitest';
import { scannerAddressOf } from './scanner-address.ts';

it.each([
  ['unix:///run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
  ['tcp://127.0.0.1:3310', { host: '127.0.0.1', port: 3310 }],
  ['tcp://[::1]:3310', { host: '::1', port: 3310 }],
  ['tcp://127.0.0.1', null],
  ['http://127.0.0.1:3310', null],
  ['unix:///', null],
  ['/run/clamav/clamd.ctl', null],
])('%s is %j', (url, address) => {
  expect(scannerAddressOf(url)).toEqual(address);
});
