import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { inRoot } from './project.mjs';

/** @typedef {{ code: number | null, signal: NodeJS.Signals | null, error: Error | null }} Ending */

/**
 * @typedef {object} ProcessGroup
 * @property {number | undefined} pid undefined when the program could not be started
 * @property {Promise<Ending>} ended when the program has ended and nothing it started is left
 * @property {(graceMs: number) => Promise<Ending>} stop asks it to end, and forces it after the grace
 */

const FOLLOW_PARENT = pathToFileURL(inRoot('scripts', 'up', 'follow-parent.mjs')).href;
const LAST_OUTPUT_MS = 1_000;
const GONE_WITHIN_MS = 1_000;
const GONE_CHECK_MS = 10;

/**
 * Arguments for Node that make the script end with the program that starts it; goes with the descriptor and the
 * variable of {@link followingStdio} and {@link followingEnvironment}.
 * @param {readonly string[]} args the script and its arguments
 */
export const followingArguments = (args) => ['--import', FOLLOW_PARENT, ...args];
/** @param {NodeJS.ProcessEnv} environment @returns {NodeJS.ProcessEnv} */
export const followingEnvironment = (environment) => ({ ...environment, PASSERELLE_PARENT_FD: '3' });
/**
 * @param {'pipe' | 'inherit'} output
 * @param {'ignore' | 'inherit'} [input]
 * @returns {import('node:child_process').StdioOptions}
 */
export const followingStdio = (output, input = 'ignore') => [input, output, output, 'pipe'];

/**
 * Starts a Node script as the leader of a process group of its own: a Ctrl-C in the terminal does not reach it, it
 * is stopped by us, in our order. When it ends, what it started and left running is killed; when we are killed,
 * it ends by itself.
 * @param {readonly string[]} args the script and its arguments
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, node?: string, onLine?: (line: string, from: 'stdout' | 'stderr') => void }} options
 *   without `onLine` the output goes to ours
 * @returns {ProcessGroup}
 */
export function startNodeGroup(args, { cwd, env, node = process.execPath, onLine }) {
  const stdio = followingStdio(onLine ? 'pipe' : 'inherit');
  return startGroup(node, followingArguments(args), { cwd, env: followingEnvironment(env), stdio, onLine });
}

/**
 * The same for any other program, which then does not notice when we are killed.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, stdio?: import('node:child_process').StdioOptions,
 *   onLine?: ((line: string, from: 'stdout' | 'stderr') => void) | undefined }} options
 * @returns {ProcessGroup}
 */
export function startGroup(command, args, { cwd, env, stdio = ['ignore', 'pipe', 'pipe'], onLine }) {
  const child = spawn(command, args, { cwd, env, stdio, detached: true });
  // The pipe that tells the child we are here carries nothing; its end is the child's end.
  child.stdio[3]?.on('error', () => {});
  for (const [stream, from] of /** @type {const} */ ([
    [child.stdout, 'stdout'],
    [child.stderr, 'stderr'],
  ]))
    if (stream) createInterface({ input: stream }).on('line', (line) => onLine?.(line, from));

  const { pid } = child;
  const ended = endingOf(child).then(async (ending) => {
    if (pid !== undefined) await clearGroup(pid);
    return ending;
  });

  return {
    pid,
    ended,
    async stop(graceMs) {
      child.kill('SIGTERM');
      const forced = new AbortController();
      const deadline = wait(graceMs, undefined, { signal: forced.signal })
        .then(() => pid !== undefined && killGroup(pid))
        // Aborted: it ended in time.
        .catch(() => {});
      const ending = await ended;
      forced.abort();
      await deadline;
      return ending;
    },
  };
}

/**
 * When the program has ended and its last output has been read. A grandchild may hold the pipes open, so the wait
 * for the output is short.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<Ending>}
 */
function endingOf(child) {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      if (child.pid === undefined) resolve({ code: null, signal: null, error });
    });
    child.once('exit', (code, signal) => {
      const finish = () => resolve({ code, signal, error: null });
      const late = setTimeout(finish, LAST_OUTPUT_MS);
      child.once('close', () => {
        clearTimeout(late);
        finish();
      });
    });
  });
}

/**
 * Kills what is left of a group and waits until it is gone, as a kill takes effect a little later.
 * @param {number} leader
 */
async function clearGroup(leader) {
  const deadline = performance.now() + GONE_WITHIN_MS;
  while (killGroup(leader) && performance.now() < deadline) await wait(GONE_CHECK_MS);
}

/** @param {number} leader @returns {boolean} whether anybody was left in the group */
function killGroup(leader) {
  try {
    process.kill(-leader, 'SIGKILL');
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
}
