import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { onTestFinished } from 'vitest';

const WEB = resolve(import.meta.dirname, '../..');
export const TOKEN = 'n'.repeat(40);
/** X25519, of a private key that nobody has kept. */
const PUBLIC_KEY = 'hSDwCYkwp1R0i33ctD73Wg2_Og0mOBr066SpjqqbTmo';

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

export interface Started {
  child: ChildProcess;
  output: () => string;
  /** Settles with the exit code, or the signal that ended it. */
  ended: Promise<number | string>;
}

/** Starts a script of this package as it is started in operation; it ends with the test at the latest. */
export function start(
  script: string,
  environment: Record<string, string>,
  args: readonly string[] = [],
): Started {
  const child = spawn(process.execPath, [resolve(WEB, script), ...args], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => chunks.push(chunk));
  const ended = new Promise<number | string>((done) => {
    child.once('exit', (code, signal) => done(code ?? signal ?? 'unknown'));
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { child, output: () => Buffer.concat(chunks).toString('utf8'), ended };
}

/** Environment of a publisher and a web server that work together on a data directory. */
export async function siteEnvironment(dataDir: string, cmsPort: number) {
  const [webPort, publisherPort] = [await freePort(), await freePort()];
  return {
    DATA_DIR: dataDir,
    SITE_URL: `http://127.0.0.1:${webPort}`,
    CMS_PORT: String(cmsPort),
    WEB_PORT: String(webPort),
    PUBLISHER_PORT: String(publisherPort),
    SITE_TOKEN: 's'.repeat(40),
    REPORT_TOKEN: 'r'.repeat(40),
    NOTICE_TOKEN: TOKEN,
    SUBMIT_TOKEN: 'u'.repeat(40),
    FORM_SECRET: 'f'.repeat(64),
    SUBMISSIONS_PUBLIC_KEY: PUBLIC_KEY,
    LOG_LEVEL: 'info',
  };
}
