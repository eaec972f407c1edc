import { expect, test } from 'vitest';
import { serverConfig } from './config.ts';

const SOUND = {
  DATA_DIR: '/data',
  SITE_URL: 'https://site.example',
  SUBMIT_TOKEN: 'u'.repeat(40),
  FORM_SECRET: 'f'.repeat(64),
  SUBMISSIONS_PUBLIC_KEY: 'A'.repeat(43),
};

test('the origins of the site are those of its public names, by its own scheme', () => {
  const config = serverConfig({
    ...SOUND,
    WEB_PORT: '4000',
    ALLOWED_HOSTS: 'Autre.example, third.example:8443',
  });
  expect([...config.origins]).toEqual([
    'https://site.example',
    'https://autre.example',
    'https://third.example:8443',
  ]);
  expect([...config.localHosts]).toContain('localhost:4000');
});

test.each([
  ['', []],
  ['10.0.0.0/8, 192.0.2.1', ['10.0.0.0/8', '192.0.2.1']],
])('trusted proxies: %s', (given, expected) => {
  expect(serverConfig({ ...SOUND, TRUSTED_PROXIES: given }).trustedProxies).toEqual(expected);
});

test.each(['10.0.0.0/99', 'proxy.example', '*'])(
  'a trusted proxy that is none stops the start: %s',
  (given) => {
    expect(() => serverConfig({ ...SOUND, TRUSTED_PROXIES: given })).toThrow('TRUSTED_PROXIES');
  },
);

test('what is missing is listed, that of submissions too', () => {
  expect(() => serverConfig({ DATA_DIR: '/data' })).toThrow(/SITE_URL[\s\S]*/);
  expect(() => serverConfig({ DATA_DIR: '/data' })).toThrow(/FORM_SECRET/);
});
