import { describe, expect, it } from 'vitest';
import { hasMailboxPage, isLocalRequest } from './exposure.ts';

const local = { CMS_HOST: '127.0.0.1', CMS_URL: 'http://localhost:1337' };

describe('the mailbox page', () => {
  it.each([local, { ...local, CMS_HOST: '::1' }, { ...local, CMS_HOST: 'localhost' }])(
    'is there with %j',
    (given) => {
      expect(hasMailboxPage(given)).toBe(true);
    },
  );

  it.each([
    { ...local, SMTP_URL: 'smtp://courriel.example' },
    { ...local, CMS_HOST: '0.0.0.0' },
    { ...local, CMS_HOST: '::' },
    { ...local, CMS_HOST: '10.0.0.7' },
    { ...local, CMS_URL: 'https://cms.passerelle.example' },
    { ...local, CMS_URL: 'https://localhost.passerelle.example' },
    { ...local, CMS_URL: 'http://127.0.0.1.passerelle.example' },
  ])('is not with %j', (given) => {
    expect(hasMailboxPage(given)).toBe(false);
  });
});

describe('a request', () => {
  const asks = (headers: Record<string, string>) => isLocalRequest((name) => headers[name] ?? '');

  it.each(['localhost:1337', '127.0.0.1:1337', '[::1]:1337', 'localhost'])('for %s is local', (host) => {
    expect(asks({ host })).toBe(true);
  });

  it.each([
    { host: '' },
    { host: 'evil.example:1337' },
    { host: 'localhost.evil.example' },
    { host: '127.0.0.1.evil.example' },
    { host: 'localhost:1337', 'x-forwarded-for': '203.0.113.7' },
    { host: 'localhost:1337', forwarded: 'for=203.0.113.7' },
    { host: 'localhost:1337', via: '1.1 proxy' },
  ])('with %j is not', (headers) => {
    expect(asks(headers)).toBe(false);
  });
});
