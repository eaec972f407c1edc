import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { EnvironmentError, readEnvironment } from './env.ts';

const secret = (digit: string) => digit.repeat(64);

const complete = {
  CMS_URL: 'http://localhost:1337/',
  SITE_URL: 'http://localhost:4321',
  PUBLISHER_URL: 'http://127.0.0.1:4322',
  DATA_DIR: '/srv/passerelle',
  APP_KEYS: `${secret('1')},${secret('2')}`,
  API_TOKEN_SALT: secret('3'),
  ADMIN_JWT_SECRET: secret('4'),
  TRANSFER_TOKEN_SALT: secret('5'),
  ENCRYPTION_KEY: secret('6'),
  SITE_TOKEN: secret('7'),
  REPORT_TOKEN: secret('8'),
  NOTICE_TOKEN: secret('9'),
  SUBMIT_TOKEN: secret('a'),
  SUBMISSIONS_PRIVATE_KEY: 'A'.repeat(43),
  MASTER_KEY: 'b'.repeat(64),
};

function problemsOf(source: Record<string, string>): readonly string[] {
  try {
    readEnvironment(source);
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems;
    throw error;
  }
  return [];
}

describe('the environment', () => {
  it('has defaults for addresses and none for secrets', () => {
    expect(readEnvironment(complete)).toMatchObject({
      CMS_HOST: '127.0.0.1',
      CMS_PORT: 1337,
      CMS_URL: 'http://localhost:1337',
      sqliteFile: '/srv/passerelle/cms/passerelle.sqlite',
    });
    expect(problemsOf({}).map((problem) => problem.split(' ')[0])).toEqual(Object.keys(complete));
  });

  it('lists all that is wrong, and no value', () => {
    const bad = {
      ...complete,
      CMS_PORT: '99999',
      SITE_TOKEN: 'court',
      DATABASE_URL: 'mysql://u:motdepasse@h/d',
    };
    const problems = problemsOf(bad);
    expect(problems).toHaveLength(3);
    expect(problems.join('\n')).toMatch(/CMS_PORT.*\n.*DATABASE_URL.*\n.*SITE_TOKEN/);
    expect(problems.join('\n')).not.toMatch(/court|motdepasse/);
  });

  it('has no old master keys unless they are given, and takes each of them as a key', () => {
    expect(readEnvironment({ ...complete, MASTER_KEYS_OLD: '' }).MASTER_KEYS_OLD).toEqual([]);
    const two = { ...complete, MASTER_KEYS_OLD: `${secret('c')}, ${secret('d')}` };
    expect(readEnvironment(two).MASTER_KEYS_OLD).toEqual([secret('c'), secret('d')]);
    for (const bad of [`${secret('c')},`, `${secret('c')},court`, secret('z')]) {
      const problems = problemsOf({ ...complete, MASTER_KEYS_OLD: bad });
      expect(problems).toEqual([expect.stringMatching(/^MASTER_KEYS_OLD has a key that is not/)]);
    }
  });

  it('signs issues with all of a key, or not at all', () => {
    expect(readEnvironment(complete).dkim).toBeUndefined();
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    const key = {
      DKIM_DOMAIN: 'passerelle.example',
      DKIM_SELECTOR: 'nov26',
      DKIM_PRIVATE_KEY: privateKey.replaceAll('\n', '\\n'),
    };
    expect(readEnvironment({ ...complete, ...key }).dkim).toEqual({
      domain: 'passerelle.example',
      selector: 'nov26',
      privateKey: privateKey.trim(),
    });
    for (const name of Object.keys(key)) {
      expect(problemsOf({ ...complete, ...key, [name]: '' })).toEqual([
        expect.stringMatching(/^DKIM_DOMAIN, /),
      ]);
    }
    const problems = problemsOf({ ...complete, ...key, DKIM_PRIVATE_KEY: 'une-cle' });
    expect(problems).toEqual(['DKIM_PRIVATE_KEY is not a private key in PEM']);
  });

  it('has a pace for the newsletter, and sends it without approval unless told otherwise', () => {
    expect(readEnvironment(complete)).toMatchObject({
      NEWSLETTER_RATE: 20,
      NEWSLETTER_DOMAIN_RATE: 5,
      NEWSLETTER_CONNECTIONS: 4,
      NEWSLETTER_GATHER_SECONDS: 300,
      NEWSLETTER_APPROVAL: false,
    });
    expect(readEnvironment({ ...complete, NEWSLETTER_APPROVAL: 'yes' }).NEWSLETTER_APPROVAL).toBe(true);
    for (const [name, value] of [
      ['NEWSLETTER_RATE', '0'],
      ['NEWSLETTER_CONNECTIONS', '51'],
      ['NEWSLETTER_GATHER_SECONDS', '1'],
      ['NEWSLETTER_APPROVAL', 'peut-être'],
    ] as const) {
      expect(problemsOf({ ...complete, [name]: value })).toEqual([expect.stringMatching(`^${name} `)]);
    }
  });

  it('refuses one token for two purposes', () => {
    expect(problemsOf({ ...complete, REPORT_TOKEN: complete.SITE_TOKEN })).toHaveLength(1);
  });

  it('knows whom mail comes from, and needs to be told when there is a mail server', () => {
    const SMTP_URL = 'smtp://passerelle:mot%40de%2Fpasse@courriel.example:587';
    expect(readEnvironment(complete).MAIL_FROM.address).toBe('ne-pas-repondre@passerelle.example');
    expect(problemsOf({ ...complete, SMTP_URL })).toEqual([expect.stringMatching(/^MAIL_FROM is missing/)]);
    const MAIL_FROM = 'Passerelle <bonjour@passerelle.example>';
    expect(readEnvironment({ ...complete, SMTP_URL, MAIL_FROM })).toMatchObject({
      SMTP_URL,
      MAIL_FROM: { name: 'Passerelle', address: 'bonjour@passerelle.example' },
    });
  });

  it.each([
    ['MAIL_FROM', 'bonjour@passerelle.example'],
    ['MAIL_FROM', 'Passerelle <bonjour>'],
    ['SMTP_URL', 'http://courriel.example'],
    ['SMTP_URL', 'smtp://courriel.example/?logger=true'],
    ['SMTP_URL', 'smtp://'],
  ])('refuses %s=%s, without showing it', (name, value) => {
    const problems = problemsOf({ ...complete, [name]: value });
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name} `))]);
    expect(problems.join()).not.toContain(value);
  });

  it('takes an empty variable for an absent one', () => {
    expect(readEnvironment({ ...complete, DATABASE_URL: '', CMS_PORT: '' }).CMS_PORT).toBe(1337);
  });
});
