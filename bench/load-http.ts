import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isInstalled } from './machine.ts';

export const CONNECTIONS = 50;
export const ACCEPT_ENCODING = 'br, gzip';

/** A header by which each request of {@link postForms} comes from a network of its own, as a trusted proxy tells it. */
export const EACH_FROM_ELSEWHERE = 'X-Forwarded-For: 2001:db8:<4>:<4>:<4>::1';

/** One page, or with its entity tag, a question whether it has changed. */
export interface Asked {
  path: string;
  etag?: string;
}

/** What came of a load. */
export interface Load {
  requests: number;
  requestsPerSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  bytesPerResponse: number;
}

const printedSchema = z.object({
  requests: z.number().positive(),
  seconds: z.number(),
  bytes: z.number(),
  p50: z.number(),
  p99: z.number(),
  failed: z.number(),
});

/** wrk is a Debian package; a generator in Node would take as much processor as what it measures. */
export function requireWrk(): void {
  if (!isInstalled('wrk')) throw new Error('wrk is not installed: apt-get install wrk');
}

/**
 * Asks a server on 127.0.0.1 for pages, at random, on 50 connections at a time.
 *
 * @param folder where the list of requests is written.
 * @throws when an answer fails, or its status is 400 or above.
 */
export async function load(
  origin: string,
  asked: readonly Asked[],
  seconds: number,
  folder: string,
): Promise<Load> {
  const file = join(folder, 'requests.txt');
  writeFileSync(file, asked.map(({ path, etag }) => `${path}${etag ? `\t${etag}` : ''}\n`).join(''));
  return await runWrk('wrk-get.lua', origin, {
    seconds,
    connections: CONNECTIONS,
    headers: [`Accept-Encoding: ${ACCEPT_ENCODING}`],
    args: [file],
  });
}

/**
 * Posts a form, each time as another person: `wrk-post.lua` says what may stand for that in the body and the headers.
 *
 * @throws when an answer fails, or its status is 400 or above.
 */
export const postForms = (
  url: string,
  body: string,
  how: { seconds: number; connections: number; headers: readonly string[] },
): Promise<Load> => runWrk('wrk-post.lua', url, { ...how, args: [body] });

/**
 * Runs wrk in one thread with a script of this folder.
 *
 * @throws when an answer fails, or its status is 400 or above.
 */
async function runWrk(
  script: string,
  url: string,
  how: { seconds: number; connections: number; headers: readonly string[]; args: readonly string[] },
): Promise<Load> {
  const options = ['-t1', `-c${how.connections}`, `-d${how.seconds}s`, '--timeout', '30s'];
  const headers = how.headers.flatMap((header) => ['-H', header]);
  const path = join(import.meta.dirname, script);
  const stdout = await run('wrk', [...options, ...headers, '-s', path, url, '--', ...how.args]);
  const printed = printedSchema.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
  if (printed.failed > 0) throw new Error(`${url}: ${printed.failed} of ${printed.requests} failed.`);
  return {
    requests: printed.requests,
    requestsPerSecond: printed.requests / printed.seconds,
    p50: printed.p50,
    p99: printed.p99,
    bytesPerResponse: printed.bytes / printed.requests,
  };
}

async function run(command: string, args: string[]): Promise<string> {
  // wrk's scripts find each other from where they are.
  const child = spawn(command, args, { cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stderr, child.stdout]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  });
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${output}`);
  return output;
}
