import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createHttpClient } from '@passerelle/cms-client';
import { cmsClientSuite } from '@passerelle/cms-client/suite';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { imagesIn } from '../publisher/sync.ts';
import { freePort } from './support/processes.ts';

/** The suite of the client, on the real CMS with the demo content; the fake passes the same one. */

const CMS = resolve(import.meta.dirname, '../../cms');
const secret = () => randomBytes(32).toString('hex');
const dataDir = mkdtempSync(join(tmpdir(), 'passerelle-real-cms-'));
const tokens = { SITE_TOKEN: secret(), REPORT_TOKEN: secret(), NOTICE_TOKEN: secret() };
let url = '';
let stop: () => Promise<void> = async () => {};

beforeAll(async () => {
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    DATA_DIR: dataDir,
    CMS_PORT: String(port),
    CMS_URL: url,
    SITE_URL: 'http://127.0.0.1:4321',
    // Port 9 is discard: nobody is told of changes here.
    PUBLISHER_URL: 'http://127.0.0.1:9',
    APP_KEYS: `${secret()},${secret()}`,
    API_TOKEN_SALT: secret(),
    ADMIN_JWT_SECRET: secret(),
    TRANSFER_TOKEN_SALT: secret(),
    ENCRYPTION_KEY: secret().slice(0, 32),
    SUBMIT_TOKEN: secret(),
    SUBMISSIONS_PRIVATE_KEY: randomBytes(32).toString('base64url'),
    MASTER_KEY: secret(),
    STRAPI_TELEMETRY_DISABLED: 'true',
    ...tokens,
  };
  const seeded = spawnSync(process.execPath, ['dist/src/cli/seed.js'], { cwd: CMS, env, encoding: 'utf8' });
  if (seeded.status !== 0)
    throw new Error(`The demo content can't be seeded:\n${seeded.stdout}${seeded.stderr}`);
  const child = spawn(process.execPath, ['node_modules/@strapi/strapi/bin/strapi.js', 'start'], {
    cwd: CMS,
    env,
    stdio: 'ignore',
  });
  const ended = new Promise((done) => child.once('exit', done));
  stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  await vi.waitFor(async () => expect((await fetch(`${url}/_health`)).status).toBe(204), {
    timeout: 60_000,
    interval: 200,
  });
}, 180_000);

afterAll(async () => {
  await stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const client = (siteToken = tokens.SITE_TOKEN) =>
  createHttpClient({ url, siteToken, reportToken: tokens.REPORT_TOKEN });

async function upload(): Promise<string> {
  const { entries } = await client().entries('article');
  const [image] = entries.flatMap(imagesIn);
  if (!image) throw new Error('The demo content has no image.');
  return image.url;
}

cmsClientSuite('the real CMS', async () => ({ client: client(), upload: await upload() }));

test('with another token it refuses', async () => {
  await expect(client(secret()).revision()).rejects.toMatchObject({ code: 'refused' });
  const swapped = createHttpClient({ url, siteToken: tokens.REPORT_TOKEN, reportToken: tokens.SITE_TOKEN });
  await expect(swapped.revision()).rejects.toMatchObject({ code: 'refused' });
});
