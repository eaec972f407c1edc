import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { told } from './newsroom.ts';

const WEB = join(import.meta.dirname, '../../apps/web');
const STARTED_WITHIN_MS = 120_000;

export interface Atelier {
  /** Where every component is shown. */
  url: string;
  close: () => Promise<void>;
}

/** The site as contributors see it, under `astro dev`, with the content of the stack under test: it alone has the atelier. */
export async function openAtelier(): Promise<Atelier> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/atelier/`;
  const script = join(WEB, 'node_modules/astro/bin/astro.mjs');
  // Somebody may be at work in the same folder: their server's lock is left alone.
  const site = spawn(
    process.execPath,
    [script, 'dev', '--ignore-lock', '--host', '127.0.0.1', '--port', `${port}`],
    {
      cwd: WEB,
      env: {
        ...process.env,
        NODE_ENV: 'development',
        DATA_DIR: told('DATA_DIR'),
        ASTRO_TELEMETRY_DISABLED: '1',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  try {
    await expect
      .poll(() => statusOf(url, site), { timeout: STARTED_WITHIN_MS, intervals: [250, 500, 1_000] })
      .toBe(200);
  } catch (error) {
    await end(site);
    throw error;
  }
  return { url, close: () => end(site) };
}

/** The status of an address; why there is none when the process has ended or doesn't listen yet. */
async function statusOf(url: string, { exitCode }: ChildProcess): Promise<number | string> {
  if (exitCode !== null) return `ended with ${exitCode}`;
  return await fetch(url).then(
    ({ status }) => status,
    () => 'does not listen',
  );
}

async function end(site: ChildProcess): Promise<void> {
  if (site.exitCode !== null) return;
  site.kill('SIGTERM');
  await once(site, 'exit');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}
