import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { inject } from 'vitest';
import { freePort } from './processes.ts';

const WEB = resolve(import.meta.dirname, '../..');
const CMS = resolve(WEB, '../cms');
const STRAPI = ['node_modules/@strapi/strapi/bin/strapi.js', 'start'];
const UP_WITHIN_MS = 120_000;

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

/** The real CMS with the demo content. */
export interface SeededCms {
  /** Of its process, from its next start on. */
  environment: Record<string, string>;
  cms: Service;
  stop(): Promise<void>;
}

/** It, and the web server with a release of it, in the same environment. */
export interface Product extends SeededCms {
  web: Service;
}

/** Sets a CMS up on free ports, and starts it. */
export async function setUpCms(): Promise<SeededCms> {
  const dataDir = mkdtempSync(join(tmpdir(), 'passerelle-product-'));
  const { folder, secrets } = inject('productTemplate');
  const environment = { ...(await placeOf(dataDir)), ...secrets };
  copySeeded(folder, environment);
  const cms = service(CMS, [process.execPath, ...STRAPI], environment, `${environment.CMS_URL}/_health`);
  await cms.start();
  return {
    environment,
    cms,
    async stop() {
      await cms.kill();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Sets a product up: the CMS runs, there is one release, the web server doesn't run yet. */
export async function setUpProduct(): Promise<Product> {
  const { environment, cms, stop } = await setUpCms();
  run(WEB, ['publisher/main.ts', '--once'], environment);
  const web = service(
    WEB,
    [process.execPath, 'server/main.ts'],
    environment,
    `${environment.SITE_URL}/readyz`,
  );
  return {
    environment,
    cms,
    web,
    async stop() {
      await web.kill();
      await stop();
    },
  };
}

/**
 * Has the CMS begin on the demo content. To write it takes Strapi half a minute on a busy machine, so the first product
 * of a run that asks for it leaves it to those that come after it.
 */
function copySeeded(template: string, environment: Record<string, string>): void {
  const { DATA_DIR = '' } = environment;
  if (!existsSync(template)) {
    const made = mkdtempSync(`${template}-`);
    run(CMS, ['dist/src/cli/seed.js'], { ...environment, DATA_DIR: made });
    try {
      renameSync(made, template);
    } catch (error) {
      // Another worker was faster.
      if (!existsSync(template)) throw error;
      rmSync(made, { recursive: true });
    }
  }
  cpSync(template, DATA_DIR, { recursive: true });
}

async function placeOf(dataDir: string): Promise<Record<string, string>> {
  const ports = { cms: await freePort(), web: await freePort() };
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
      if (mine.signalCode !== null) return;
      throw new Error(
        mine.exitCode === null
          ? `${args.join(' ')} is not up after ${UP_WITHIN_MS} ms`
          : `${args.join(' ')} ended with ${mine.exitCode}`,
      );
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
