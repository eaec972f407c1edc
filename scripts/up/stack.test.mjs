import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freePorts } from './ports.mjs';
import { createProgress } from './progress.mjs';
import { startStack } from './stack.mjs';

const fixture = (/** @type {string} */ name) => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-stack-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const events = () => readFileSync(join(folder, 'events'), 'utf8').trim().split('\n');
/** Process ids the services and their children told of. */
const pids = () =>
  events().flatMap((event) =>
    [...event.matchAll(/(?:started|child) (\d+)/g)].map((match) => Number(match[1])),
  );

/** @param {number} pid */
function runs(pid) {
  try {
    process.kill(pid, 0);
    // A killed program whose parent has not taken note of it yet is no longer running.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** @param {() => boolean} condition @param {number} withinMs */
async function until(condition, withinMs) {
  const deadline = performance.now() + withinMs;
  while (!condition() && performance.now() < deadline) await wait(50);
  return condition();
}

/**
 * @param {string} name @param {string} ways @param {number | null} port null: ready once started
 * @returns {import('./services.mjs').Service}
 */
const service = (name, ways, port = null) => ({
  name,
  script: [fixture('service.mjs')],
  cwd: folder,
  env: { ...process.env, NAME: name, WAYS: ways, PORT: String(port), EVENTS: join(folder, 'events') },
  ready: port === null ? null : { url: `http://127.0.0.1:${port}/`, status: 204, withinMs: 15_000 },
});

const quiet = () => ({
  signal: new AbortController().signal,
  logFolder: folder,
  progress: {
    ...createProgress(),
    step: (/** @type {string} */ _, /** @type {() => Promise<any>} */ work) => work(),
  },
  onLine() {},
});

describe('startStack', () => {
  test('starts wave by wave and stops the last started first, with what they started', async () => {
    const [port = 0] = await freePorts(1);
    const stack = await startStack([[service('cms', 'listen,child', port)], [service('web', '')]], quiet());
    expect(await until(() => events().length === 3, 5_000)).toBe(true);
    expect(events().map((event) => event.replace(/ \d+$/, ''))).toEqual([
      'cms child',
      'cms started',
      'web started',
    ]);
    await stack.stop();
    expect(events().slice(3)).toEqual(['web asked to stop', 'cms asked to stop']);
    expect(pids().filter(runs)).toEqual([]);
  });

  test('kills what does not end when asked to', async () => {
    const [port = 0] = await freePorts(1);
    const stack = await startStack([[service('cms', 'listen,stubborn', port)]], {
      ...quiet(),
      stopWithinMs: 1_000,
    });
    const since = performance.now();
    await stack.stop();
    expect(performance.now() - since).toBeGreaterThan(900);
    expect(events().at(-1)).toBe('cms asked to stop');
    expect(pids().filter(runs)).toEqual([]);
  });

  test('stops the rest when one ends while starting, and shows its last lines', async () => {
    const [cms = 0, web = 0] = await freePorts(2);
    const starting = startStack([[service('cms', 'listen', cms)], [service('web', 'die', web)]], quiet());
    await expect(starting).rejects.toMatchObject({
      code: 'service-ended',
      facts: { service: 'web', how: 'code 7' },
      output: ['cannot go on'],
    });
    expect(pids().filter(runs)).toEqual([]);
    expect(readFileSync(join(folder, 'web.log'), 'utf8')).toBe('cannot go on\n');
  });

  test('gives up on one that is never ready', async () => {
    const [port = 0] = await freePorts(1);
    const late = service('cms', '', port);
    const starting = startStack(
      [[{ ...late, ready: { url: `http://127.0.0.1:${port}/`, status: 204, withinMs: 500 } }]],
      quiet(),
    );
    await expect(starting).rejects.toMatchObject({
      code: 'service-late',
      facts: { service: 'cms', seconds: 0.5 },
    });
    expect(pids().filter(runs)).toEqual([]);
  });

  test('tells of one that is killed later', async () => {
    const [port = 0] = await freePorts(1);
    const stack = await startStack([[service('cms', 'listen', port)]], quiet());
    const [pid = 0] = pids();
    process.kill(pid, 'SIGKILL');
    await expect(stack.failed).resolves.toMatchObject({ code: 'service-ended', facts: { how: 'SIGKILL' } });
    await stack.stop();
  });
});

describe('a program that started services', () => {
  async function startProgram() {
    const [port = 0] = await freePorts(1);
    const waves = [[service('cms', 'listen,child', port)], [service('web', '')]];
    const args = [fixture('starter.mjs'), JSON.stringify({ waves, logFolder: folder })];
    const { npm_lifecycle_event: _, ...env } = process.env;
    const program = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
    let output = '';
    program.stdout.on('data', (chunk) => (output += chunk));
    program.stderr.on('data', (chunk) => (output += chunk));
    const ended = new Promise((resolve) => program.once('exit', (code, signal) => resolve(code ?? signal)));
    expect(await until(() => output.includes('all started') && events().length === 3, 10_000)).toBe(true);
    return { program, ended, output: () => output.replace(/[\u00a0\u202f]/g, ' ') };
  }

  test.each(/** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))(
    'ends them in order on %s',
    async (signal) => {
      const { program, ended } = await startProgram();
      program.kill(signal);
      expect(await ended).toBe(0);
      expect(events().slice(3)).toEqual(['web asked to stop', 'cms asked to stop']);
      expect(pids().filter(runs)).toEqual([]);
    },
  );

  test('leaves nothing running when it is killed itself', async () => {
    const { program, ended } = await startProgram();
    program.kill('SIGKILL');
    await ended;
    expect(await until(() => pids().every((pid) => !runs(pid)), 5_000)).toBe(true);
    expect(events().slice(3).sort()).toEqual(['cms asked to stop', 'web asked to stop']);
  });

  test('ends badly, saying why in two languages, when one of them is killed', async () => {
    const { ended, output } = await startProgram();
    process.kill(pids()[1] ?? 0, 'SIGKILL');
    expect(await ended).toBe(1);
    expect(output()).toContain('Le processus « cms » s’est arrêté (SIGKILL)');
    expect(output()).toContain('The “cms” process ended (SIGKILL)');
    expect(output()).not.toContain('    at ');
    expect(pids().filter(runs)).toEqual([]);
  });
});
