import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { generateKeyPairSync, randomBytes, randomInt } from 'node:crypto';
import { createWriteStream, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { costOf } from './process-cost.ts';

const ROOT = resolve(import.meta.dirname, '..');
export const CMS = join(ROOT, 'apps/cms');
export const WEB = join(ROOT, 'apps/web');

/** Below the ports that a system gives to connections (Linux: from 32768), one of which could take it meanwhile. */
const PORTS = [20_000, 32_000] as const;

/** A port nobody listens on now. */
export async function freePort(): Promise<number> {
  const port = randomInt(...PORTS);
  const isFree = await new Promise<boolean>((settle) => {
    const server = createServer();
    server.once('error', () => settle(false));
    server.listen(port, '127.0.0.1', () => server.close(() => settle(true)));
  });
  return isFree ? port : await freePort();
}

/** Environment of a product of its own, on free ports, with fresh secrets. */
export async function productEnvironment(dataDir: string): Promise<Record<string, string>> {
  const secret = () => randomBytes(32).toString('hex');
  const [cms, web, publisher] = [await freePort(), await freePort(), await freePort()];
  return {
    PATH: process.env.PATH ?? '',
    NODE_ENV: 'production',
    DATA_DIR: dataDir,
    CMS_PORT: String(cms),
    CMS_URL: `http://127.0.0.1:${cms}`,
    WEB_PORT: String(web),
    SITE_URL: `http://127.0.0.1:${web}`,
    PUBLISHER_PORT: String(publisher),
    PUBLISHER_URL: `http://127.0.0.1:${publisher}`,
    APP_KEYS: `${secret()},${secret()}`,
    API_TOKEN_SALT: secret(),
    ADMIN_JWT_SECRET: secret(),
    TRANSFER_TOKEN_SALT: secret(),
    ENCRYPTION_KEY: secret().slice(0, 32),
    SITE_TOKEN: secret(),
    REPORT_TOKEN: secret(),
    NOTICE_TOKEN: secret(),
    SUBMIT_TOKEN: secret(),
    FORM_SECRET: secret(),
    MASTER_KEY: secret(),
    ...submissionKeys(),
    ADMIN_EMAIL: 'banc@passerelle.example',
    ADMIN_PASSWORD: `Aa1${secret().slice(0, 20)}`,
    STRAPI_TELEMETRY_DISABLED: 'true',
  };
}

/** A key pair of X25519, each half 32 bytes in base64url. */
function submissionKeys() {
  const { x, d } = generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' });
  return { SUBMISSIONS_PUBLIC_KEY: x ?? '', SUBMISSIONS_PRIVATE_KEY: d ?? '' };
}

/** Puts the demo content into a new database. */
export function seed(environment: Record<string, string>): void {
  const ran = spawnSync(process.execPath, ['dist/src/cli/seed.js'], {
    cwd: CMS,
    env: environment,
    encoding: 'utf8',
  });
  if (ran.status !== 0) throw new Error(`The demo content could not be seeded:\n${ran.stdout}${ran.stderr}`);
}

/** Starts the CMS alone, and waits until it answers. */
export async function startCms(environment: Record<string, string>) {
  const crew = crewOf(environment);
  const cms = await crew.startCms();
  return { pid: cms.pid ?? 0, stop: crew.stop };
}

/** Starts the CMS, the publisher and the web server, and waits until the site is live. */
export async function startProduct(environment: Record<string, string>) {
  const crew = crewOf(environment);
  const cms = await crew.startCms();
  const began = performance.now();
  const publisher = crew.start('publisher', WEB, ['publisher/main.ts']);
  crew.start('web', WEB, ['server/main.ts']);
  await answers(`${environment.SITE_URL}/readyz`);
  return {
    /** From the start of the publisher, with nothing known, to the first release live. */
    firstReleaseMs: performance.now() - began,
    publisherPid: publisher.pid ?? 0,
    /** Settles once the publisher has made its images and the CMS has sent its mails: others have the processor then. */
    async quiet(): Promise<void> {
      await untilQuiet(publisher.pid ?? 0);
      await untilQuiet(cms.pid ?? 0);
    },
    stop: crew.stop,
  };
}

/** Waits until a process has used less than a twentieth of a processor for two seconds. */
async function untilQuiet(pid: number): Promise<void> {
  let before = costOf(pid).cpuSeconds;
  for (;;) {
    await new Promise((done) => setTimeout(done, 2_000));
    const now = costOf(pid).cpuSeconds;
    if (now - before < 0.1) return;
    before = now;
  }
}

/** Processes that are started, logged and stopped together. */
function crewOf(environment: Record<string, string>) {
  const logs = join(environment.DATA_DIR ?? '.', 'log');
  mkdirSync(logs, { recursive: true });
  const children: ChildProcess[] = [];
  const start = (name: string, cwd: string, args: string[]) => {
    const child = spawn(process.execPath, args, { cwd, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    const log = createWriteStream(join(logs, `${name}.log`));
    child.stdout?.pipe(log);
    child.stderr?.pipe(log);
    children.push(child);
    return child;
  };
  return {
    start,
    async startCms(): Promise<ChildProcess> {
      const cms = start('cms', CMS, ['node_modules/@strapi/strapi/bin/strapi.js', 'start']);
      await answers(`${environment.CMS_URL}/_health`);
      return cms;
    },
    async stop(): Promise<void> {
      for (const child of children.toReversed()) {
        child.kill('SIGTERM');
        await new Promise<void>((done) => {
          if (child.exitCode !== null || child.signalCode !== null) done();
          else child.once('exit', () => done());
        });
      }
    },
  };
}

/** Waits until a URL is answered well. */
export async function answers(url: string, withinMs = 300_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (Date.now() < end) {
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`${url} did not answer within ${withinMs / 1_000} s.`);
}
