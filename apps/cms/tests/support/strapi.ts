import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';

const require = createRequire(import.meta.url);
const appFolder = join(import.meta.dirname, '../..');
const distFolder = join(appFolder, 'dist');

const secret = () => randomBytes(32).toString('hex');

/** A whole CMS of its own: an empty database, real files, real HTTP on a free port. */
export interface TestCms {
  strapi: Core.Strapi;
  address: string;
  siteToken: string;
  reportToken: string;
  submitToken: string;
  administrator: { email: string; password: string };
  folder: string;
  /** Asks for a path with a token, or without one. */
  get(path: string, token?: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body: unknown, token?: string): Promise<Response>;
  /** Ends the CMS and leaves its files for another to start on. */
  keep(): Promise<void>;
  /** Ends the CMS, if it isn't ended, and removes its files. */
  stop(): Promise<void>;
}

export interface TestCmsOptions {
  databaseUrl?: string | undefined;
  /** An earlier CMS's folder, to start on its data again. */
  folder?: string;
  /** A folder to begin with a copy of, where no folder is given. */
  template?: string;
  environment?: Record<string, string>;
}

export async function startCms({
  databaseUrl,
  folder,
  template,
  environment,
}: TestCmsOptions = {}): Promise<TestCms> {
  const data = folder ?? mkdtempSync(join(tmpdir(), 'passerelle-cms-'));
  if (folder === undefined && template !== undefined) cpSync(template, data, { recursive: true });
  const siteToken = environment?.SITE_TOKEN ?? secret();
  const reportToken = environment?.REPORT_TOKEN ?? secret();
  const submitToken = environment?.SUBMIT_TOKEN ?? secret();
  // Of its own, since Strapi counts the sign-ins of an address in the memory of the process.
  const administrator = {
    email: `admin-${randomBytes(4).toString('hex')}@passerelle.test`,
    password: `Aa1${secret()}`,
  };
  becomeEnvironment({
    NODE_ENV: 'production',
    CMS_URL: 'http://localhost:1337',
    SITE_URL: 'http://localhost:4321',
    // Port 9 is discard: nothing listens there, so notices fail at once and are kept for later.
    PUBLISHER_URL: 'http://127.0.0.1:9',
    DATA_DIR: data,
    DATABASE_URL: databaseUrl ?? '',
    APP_KEYS: `${secret()},${secret()}`,
    API_TOKEN_SALT: 'a'.repeat(32),
    ADMIN_JWT_SECRET: secret(),
    TRANSFER_TOKEN_SALT: secret(),
    ENCRYPTION_KEY: 'b'.repeat(32),
    SITE_TOKEN: siteToken,
    REPORT_TOKEN: reportToken,
    NOTICE_TOKEN: secret(),
    SUBMIT_TOKEN: submitToken,
    SUBMISSIONS_PRIVATE_KEY: 'A'.repeat(43),
    MASTER_KEY: 'c'.repeat(64),
    MASTER_KEYS_OLD: '',
    SMTP_URL: '',
    MAIL_FROM: '',
    ALERT_EMAIL: '',
    INQUIRY_NOTICE_EMAIL: '',
    CLAMD_URL: '',
    BOUNCE_EMAIL: '',
    BOUNCE_FOLDER: '',
    BOUNCE_IMAP_URL: '',
    MAILGUN_WEBHOOK_KEY: '',
    WEBHOOK_URL: '',
    WEBHOOK_SECRET: '',
    WEBHOOK_ALLOW_PRIVATE: '',
    ADMIN_EMAIL: administrator.email,
    ADMIN_PASSWORD: administrator.password,
    LOG_LEVEL: 'error',
    STRAPI_TELEMETRY_DISABLED: 'true',
    ...environment,
  });
  forgetCompiledFiles();
  const { createStrapi } = require('@strapi/strapi');
  const strapi: Core.Strapi = createStrapi({
    appDir: appFolder,
    distDir: distFolder,
    serveAdminPanel: false,
  });
  await strapi.load();
  strapi.server.mount();
  await new Promise<void>((resolve) => strapi.server.httpServer.listen(0, '127.0.0.1', resolve));
  const { port } = strapi.server.httpServer.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;
  let ended: Promise<void> | undefined;
  const keep = () => {
    ended ??= destroyQuietly(strapi);
    return ended;
  };
  const bearer = (token?: string) => (token === undefined ? {} : { authorization: `Bearer ${token}` });
  return {
    strapi,
    address,
    siteToken,
    reportToken,
    submitToken,
    administrator,
    folder: data,
    get: (path, token, headers) => fetch(address + path, { headers: { ...bearer(token), ...headers } }),
    post: (path, body, token) =>
      fetch(address + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...bearer(token) },
        body: JSON.stringify(body),
      }),
    keep,
    async stop() {
      await keep();
      if (folder === undefined) rmSync(data, { recursive: true, force: true });
    },
  };
}

const BEFORE = Symbol.for('passerelle.tests.environment');

/** Gives the process an environment of its own: nothing is left of that of a CMS before, in this file or another. */
function becomeEnvironment(ours: Record<string, string>): void {
  const shared: typeof globalThis & { [BEFORE]?: NodeJS.ProcessEnv } = globalThis;
  shared[BEFORE] ??= { ...process.env };
  for (const name of Object.keys(process.env)) if (!(name in shared[BEFORE])) delete process.env[name];
  Object.assign(process.env, shared[BEFORE], ours);
}

/** Compiled files read the environment once: another CMS in this process has to load them anew. */
function forgetCompiledFiles(): void {
  for (const file of Object.keys(require.cache)) {
    if (file.startsWith(distFolder)) delete require.cache[file];
  }
}

/** Strapi's own end removes every listener of the process, the test runner's among them. */
async function destroyQuietly(strapi: Core.Strapi): Promise<void> {
  const removeAllListeners = process.removeAllListeners;
  process.removeAllListeners = () => process;
  try {
    await strapi.destroy();
  } finally {
    process.removeAllListeners = removeAllListeners;
  }
}
