import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';
import { Interrupted } from './failure.mjs';
import { startGroup, startNodeGroup } from './process-group.mjs';

const TAIL_LINES = 20;
const GRACE_MS = 5_000;

/** Collects the last lines of an output. @param {number} [size] */
export function tailOf(size = TAIL_LINES) {
  /** @type {string[]} */
  const lines = [];
  return {
    lines,
    /** @param {string} line */
    add(line) {
      lines.push(line);
      if (lines.length > size) lines.shift();
    },
  };
}

/**
 * Runs a program to its end with its output going to a log.
 * @param {{ node: readonly string[] } | { command: string, args: readonly string[] }} program a Node script, or another
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, log: string, signal: AbortSignal, onLine?: (line: string) => void }} options
 * @returns {Promise<{ ok: boolean, tail: string[] }>}
 * @throws {Interrupted}
 */
export async function runLogged(program, { cwd, env, log, signal, onLine }) {
  if (signal.aborted) throw new Interrupted();
  await mkdir(dirname(log), { recursive: true });
  const file = createWriteStream(log, { flags: 'a' });
  const written = finished(file);
  const title =
    'node' in program ? `node ${program.node.join(' ')}` : `${program.command} ${program.args.join(' ')}`;
  file.write(`\n$ ${title}\n`);
  const tail = tailOf();
  /** @param {string} line */
  const take = (line) => {
    file.write(`${line}\n`);
    if (line.trim() !== '') tail.add(line);
    onLine?.(line);
  };
  const group =
    'node' in program
      ? startNodeGroup(program.node, { cwd, env, onLine: take })
      : startGroup(program.command, program.args, { cwd, env, onLine: take });
  const stop = () => void group.stop(GRACE_MS);
  signal.addEventListener('abort', stop, { once: true });
  const ending = await group.ended;
  signal.removeEventListener('abort', stop);
  if (ending.error) take(ending.error.message);
  file.end();
  await written;
  if (signal.aborted) throw new Interrupted();
  return { ok: ending.code === 0, tail: tail.lines };
}
