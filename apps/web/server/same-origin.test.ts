import { expect, test } from 'vitest';
import { isOneClick, sameOriginCheck } from './same-origin.ts';

const check = sameOriginCheck({
  origins: new Set(['https://site.example', 'https://autre.example']),
  localHosts: new Set(['localhost:4321']),
});
const HOST = { host: 'site.example' };

test.each([
  ['the site', { origin: 'https://site.example' }],
  ['another name of it', { origin: 'https://autre.example' }],
  ['the site, asked on this machine', { host: 'localhost:4321', origin: 'http://localhost:4321' }],
  ['no Origin, the browser says so', { 'sec-fetch-site': 'same-origin' }],
  ['an old browser', { referer: 'https://site.example/sondages/x/?a=b' }],
])('ours: %s', (_, headers) => {
  expect(check({ ...HOST, ...headers })).toBe(true);
});

test.each([
  ['another site', { origin: 'https://evil.example' }],
  [
    'another site, whatever else is said',
    { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
  ],
  ['the site without encryption', { origin: 'http://site.example' }],
  ['another port', { origin: 'https://site.example:8443' }],
  ['a name that begins alike', { origin: 'https://site.example.evil.example' }],
  ['an opaque origin', { origin: 'null' }],
  ['an empty one', { origin: '' }],
  ['another program of the visitor’s machine', { origin: 'http://localhost:4321' }],
  ['a site beside it', { 'sec-fetch-site': 'same-site' }],
  ['a typed address', { 'sec-fetch-site': 'none' }],
  [
    'the browser’s word before the referer',
    { 'sec-fetch-site': 'cross-site', referer: 'https://site.example/' },
  ],
  ['a foreign referer', { referer: 'https://evil.example/?https://site.example/' }],
  ['a referer that is none', { referer: 'site.example' }],
  ['nothing', {}],
])('not ours: %s', (_, headers) => {
  expect(check({ ...HOST, ...headers })).toBe(false);
});

const TOKEN = 'A'.repeat(43);

test.each([`/infolettre/desabonnement/${TOKEN}/`, `/en/newsletter/unsubscribe/${TOKEN}/`])(
  'one POST by a mail program to %s may come from anywhere',
  (target) => {
    expect(isOneClick('POST', target)).toBe(true);
    expect(isOneClick('DELETE', target)).toBe(false);
    expect(isOneClick(undefined, target)).toBe(false);
  },
);

test.each([
  '/infolettre/',
  `/infolettre/preferences/${TOKEN}/`,
  `/infolettre/confirmer/${TOKEN}/`,
  `/infolettre/desabonnement/${TOKEN}`,
  `/infolettre/desabonnement/${TOKEN}/?a=1`,
  `/infolettre/desabonnement/${TOKEN}/../../../sondages/x/voter/`,
  `/infolettre/desabonnement/${TOKEN}%2f/`,
  `/infolettre/desabonnement/..%2f..%2fpreferences%2f${TOKEN}/`,
  `//infolettre/desabonnement/${TOKEN}/`,
  `/fr/infolettre/desabonnement/${TOKEN}/`,
  '/infolettre/desabonnement/court/',
])('and to %s it may not', (target) => {
  expect(isOneClick('POST', target)).toBe(false);
});
