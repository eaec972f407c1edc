import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { freePort } from './processes.ts';

const WEB = resolve(import.meta.dirname, '../..');
const CMS = resolve(WEB, '../cms');
const STRAPI = ['node_modules/@strapi/strapi/bin/strapi.js', 'start'];
const UP_WITHIN_MS = 60_000;

const secret = () => randomBytes(32).toString('hex');

/** A process that is killed and started again. */
export interface Service {
  start(): Promise<void>;
  /** As a power cut would: SIGKILL. Settles when it is gone. */
  kill(): Promise<void>;
  /** Stops it where it is, and has it go on: it is there, and doesn't answer. */
  freeze(): void;
  thaw(): void;
  /** Undefined before it was started. */
  pid(): number | undefined;
}

/** The real CMS with the demo content, and the web server with a release of it. */
export interface Product {
  /** Of both processes, from their next start on. */
  environment: Record<string, string>;
  cms: Service;
  web: Service;
  stop(): Promise<void>;
}

/** Sets a product up on free ports: demo content, one release; the CMS runs, the web server doesn't yet. */
export async function setUpProduct(): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), 'passerelle-product-'));
  const environment = await productEnvironment(dataDir);
  run(CMS, ['dist/src/cli/seed.js'], environment);
  const cms = service(CMS, [process.execPath, ...STRAPI], environment, `${environment.CMS_URL}/_health`);
  const web = service(
    WEB,
    [process.execPath, 'server/main.ts'],
    environment,
    `${environment.SITE_URL}/readyz`,
  );
  await cms.start();
  run(WEB, ['publisher/main.ts', '--once'], environment);
  return {
    environment,
    cms,
    web,
    async stop() {
      await web.kill();
      await cms.kill();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function productEnvironment(dataDir: string): Promise<Record<string, string>> {
  const ports = { cms: await freePort(), web: await freePort() };
  const { x, d } = generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' });
  return {
    PATH: process.env.PATH ?? '',
    NODE_ENV: 'production',
    DATA_DIR: dataDir,
    CMS_PORT: String(ports.cms),
    CMS_URL: `http://127.0.0.1:${ports.cms}`,
    WEB_PORT: String(ports.web),
    SITE_URL: `http://127.0.0.1:${ports.web}`,
    // Port 9 is discard: nobody is told of changes here.
    PUBLISHER_URL: 'http://127.0.0.1:9',
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
    SUBMISSIONS_PUBLIC_KEY: x ?? '',
    SUBMISSIONS_PRIVATE_KEY: d ?? '',
    // The voters of these tests come through a proxy of this machine, each from an address of their own.
    TRUSTED_PROXIES: '127.0.0.1/32',
    LOG_LEVEL: 'warn',
    STRAPI_TELEMETRY_DISABLED: 'true',
  };
}

function run(cwd: string, args: readonly string[], env: Record<string, string>): void {
  const ran = spawnSync(process.execPath, [...args], { cwd, env, encoding: 'utf8' });
  if (ran.status !== 0)
    throw new Error(`${args.join(' ')} ended with ${ran.status}:\n${ran.stdout}${ran.stderr}`);
}

/**
 * The CMS of a product on a disk of its own of a few megabytes, with the data it has: a tmpfs in a mount namespace
 * (Linux, `unshare`), reached from here through `/proc`. What is written there is gone with the process.
 */
export function onSmallDisk({ environment }: Product, megabytes: number) {
  const folder = join(environment.DATA_DIR ?? '', 'cms');
  const copy = `${folder}.copy`;
  cpSync(folder, copy, { recursive: true });
  // Without the pages that stand free in the file, the next rows need room on the disk.
  const database = new Database(join(copy, 'passerelle.sqlite'));
  database.exec('VACUUM');
  database.close();
  const script = `mount -t tmpfs -o size=${megabytes}m none '${folder}' && cp -a '${copy}/.' '${folder}' && exec "$0" "$@"`;
  const command = ['unshare', '--map-root-user', '--mount', 'sh', '-c', script, process.execPath, ...STRAPI];
  const cms = service(CMS, command, environment, `${environment.CMS_URL}/_health`);
  const seen = () => `/proc/${cms.pid()}/root${folder}`;
  return {
    cms,
    /** Uses up what is left. */
    fill(): void {
      try {
        for (let number = 0; ; number += 1) writeFileSync(`${seen()}/ballast-${number}`, Buffer.alloc(4_096));
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
      }
    },
    free(): void {
      spawnSync('sh', ['-c', `find '${seen()}' -maxdepth 1 -name 'ballast-*' -delete`]);
    },
  };
}

function service(
  cwd: string,
  [program = '', ...args]: readonly string[],
  env: Record<string, string>,
  readyUrl: string,
): Service {
  let child: ChildProcess | undefined;
  let ended: Promise<unknown> = Promise.resolve();
  return {
    async start() {
      child = spawn(program, args, { cwd, env, stdio: 'ignore' });
      const mine = child;
      ended = new Promise((done) => mine.once('exit', done));
      const end = Date.now() + UP_WITHIN_MS;
      while (Date.now() < end && mine.exitCode === null && mine.signalCode === null) {
        const up = await fetch(readyUrl).then(
          ({ ok }) => ok,
          () => false,
        );
        if (up) return;
        await new Promise((done) => setTimeout(done, 50));
      }
      if (mine.exitCode !== null) throw new Error(`${args.join(' ')} ended with ${mine.exitCode}`);
    },
    async kill() {
      child?.kill('SIGKILL');
      await ended;
    },
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    pid: () => child?.pid,
  };
}
