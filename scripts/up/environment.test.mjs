import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseEnvFile } from './env-file.mjs';
import { ensureEnvFile, loadEnvironment } from './environment.mjs';
import { publicKeyOf, WRITTEN_VARIABLES } from './variables.mjs';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-env-'));
  file = join(folder, '.env');
});
afterEach(() => rmSync(folder, { recursive: true }));

const written = () => parseEnvFile(readFileSync(file, 'utf8')).values;
const mode = () => statSync(file).mode & 0o777;

describe('ensureEnvFile', () => {
  test('writes every variable, for its owner only, and leaves no draft', async () => {
    expect(await ensureEnvFile({ file, real: {} })).toEqual(WRITTEN_VARIABLES.map(({ name }) => name));
    expect([...written().keys()]).toEqual(WRITTEN_VARIABLES.map(({ name }) => name));
    expect(mode()).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['.env']);
  });

  test('makes secrets that are long, and different each time', async () => {
    await ensureEnvFile({ file, real: {} });
    const first = written();
    rmSync(file);
    await ensureEnvFile({ file, real: {} });
    for (const name of [
      'API_TOKEN_SALT',
      'ADMIN_JWT_SECRET',
      'ENCRYPTION_KEY',
      'SITE_TOKEN',
      'NOTICE_TOKEN',
    ]) {
      expect(first.get(name)).toMatch(/^[0-9a-f]{48,}$/);
      expect(written().get(name)).not.toBe(first.get(name));
    }
    expect(new Set(first.get('APP_KEYS')?.split(',')).size).toBe(4);
  });

  test('makes a pair of keys of which one opens what the other seals, also when only one half is missing', async () => {
    await ensureEnvFile({ file, real: {} });
    const pair = () => [written().get('SUBMISSIONS_PRIVATE_KEY'), written().get('SUBMISSIONS_PUBLIC_KEY')];
    const [privateKey = '', publicKey] = pair();
    expect(Buffer.from(privateKey, 'base64url')).toHaveLength(32);
    expect(publicKey).toBe(publicKeyOf(privateKey));
    writeFileSync(file, `SUBMISSIONS_PRIVATE_KEY=${privateKey}\n`);
    await ensureEnvFile({ file, real: {} });
    expect(pair()).toEqual([privateKey, publicKey]);
  });

  test('derives the public key of RFC 7748, section 6.1', () => {
    const base64url = (/** @type {string} */ hex) => Buffer.from(hex, 'hex').toString('base64url');
    expect(publicKeyOf(base64url('77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a'))).toBe(
      base64url('8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a'),
    );
  });

  test('makes a password Strapi accepts and a person can type', async () => {
    await ensureEnvFile({ file, real: {} });
    const password = written().get('ADMIN_PASSWORD') ?? '';
    expect(password.length).toBeGreaterThanOrEqual(16);
    expect(password).toMatch(/^[A-Z][a-z]+(?:-[A-Z][a-z]+){3}-\d\d$/);
  });

  test('keeps what is there and adds only what is missing or empty', async () => {
    writeFileSync(file, '# ours\nSITE_TOKEN=kept\nCMS_PORT=2000\nREPORT_TOKEN=\nOTHER=1\n');
    const added = await ensureEnvFile({ file, real: {} });
    expect(added).not.toContain('SITE_TOKEN');
    expect(added).toContain('REPORT_TOKEN');
    expect(readFileSync(file, 'utf8').startsWith('# ours\nSITE_TOKEN=kept\nCMS_PORT=2000\n')).toBe(true);
    expect(written().get('REPORT_TOKEN')).toMatch(/^[0-9a-f]{64}$/);
    const text = readFileSync(file, 'utf8');
    expect(await ensureEnvFile({ file, real: {} })).toEqual([]);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  test('leaves a sign-in that is empty on purpose', async () => {
    writeFileSync(file, 'ADMIN_EMAIL=\nADMIN_PASSWORD=\n');
    await ensureEnvFile({ file, real: {} });
    expect(written().get('ADMIN_EMAIL')).toBe('');
    expect(loadEnvironment({ file, real: {} })).not.toHaveProperty('ADMIN_PASSWORD');
  });

  test('does not write what the real environment gives', async () => {
    expect(await ensureEnvFile({ file, real: { SITE_TOKEN: 'from outside' } })).not.toContain('SITE_TOKEN');
  });

  test('takes away the rights of others', async () => {
    await ensureEnvFile({ file, real: {} });
    chmodSync(file, 0o644);
    await ensureEnvFile({ file, real: {} });
    expect(mode()).toBe(0o600);
  });

  test('refuses a malformed file and leaves it as it is', async () => {
    writeFileSync(file, 'A=1\n???\n');
    await expect(ensureEnvFile({ file, real: {} })).rejects.toMatchObject({
      code: 'env-malformed',
      facts: { path: file, lines: '2' },
    });
    expect(readFileSync(file, 'utf8')).toBe('A=1\n???\n');
  });
});

describe('loadEnvironment', () => {
  test('lets the real environment win over the file', () => {
    writeFileSync(file, 'CMS_PORT=2000\nWEB_PORT=3000\n');
    const environment = loadEnvironment({ file, real: { WEB_PORT: '3001' } });
    expect(environment).toMatchObject({ CMS_PORT: '2000', WEB_PORT: '3001' });
  });

  test('derives the addresses from the ports, unless they are given', () => {
    writeFileSync(file, 'CMS_PORT=2000\nSITE_URL=https://news.example\nCMS_URL=\n');
    expect(loadEnvironment({ file, real: {} })).toMatchObject({
      CMS_URL: 'http://localhost:2000',
      SITE_URL: 'https://news.example',
      PUBLISHER_URL: 'http://127.0.0.1:4322',
    });
  });

  test('makes the data folder absolute', () => {
    const data = (/** @type {string} */ DATA_DIR) => loadEnvironment({ file, real: { DATA_DIR } }).DATA_DIR;
    expect(data('/srv/passerelle')).toBe('/srv/passerelle');
    expect(data('elsewhere')).toMatch(/^\/.*\/elsewhere$/);
  });
});
