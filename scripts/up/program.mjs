import { spawn } from 'node:child_process';
import { failureOfFileSystem, failureText, Interrupted, SetupFailure } from './failure.mjs';
import { listenForInterruption } from './interruption.mjs';
import { isAtLeast, LEAST_NODE, NEEDED_NODE } from './node-version.mjs';
import { followingArguments, followingEnvironment, followingStdio } from './process-group.mjs';
import { PROJECT_NODE } from './project.mjs';

const EXIT_INTERRUPTED = 130;

/**
 * Runs an entry script: turns what is expected to go wrong into two lines and exit code 1, and being asked to stop
 * into a quiet end.
 * @param {(signal: AbortSignal) => Promise<number>} main resolves to the exit code; works until the signal is given
 */
export async function runProgram(main) {
  const signal = listenForInterruption();
  try {
    if (!isAtLeast(process.versions.node, LEAST_NODE))
      throw new SetupFailure('node-too-old', { version: process.versions.node });
    process.exit(await main(signal));
  } catch (error) {
    if (error instanceof Interrupted || signal.aborted) process.exit(EXIT_INTERRUPTED);
    const failure = error instanceof SetupFailure ? error : failureOfFileSystem(error);
    if (failure === null) throw error;
    process.stderr.write(`${failureText(failure)}\n`);
    process.exit(1);
  }
}

/**
 * Goes on under the project's own Node when this one is too old: runs the entry script again and takes over its
 * exit code. To be called once the dependencies are installed.
 * @param {AbortSignal} signal
 * @returns {Promise<number | null>} the exit code, or null when this Node is good enough
 */
export async function continueUnderProjectNode(signal) {
  if (isAtLeast(process.versions.node, NEEDED_NODE)) return null;
  const script = process.argv[1];
  if (script === undefined) throw new Error('no entry script');
  return await runForeground([script, ...process.argv.slice(2)], { signal, node: PROJECT_NODE });
}

/**
 * Runs a Node script in this terminal, as if it had been called itself.
 * @param {readonly string[]} args the script and its arguments
 * @param {{ signal: AbortSignal, node?: string, cwd?: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<number>} its exit code
 */
export async function runForeground(
  args,
  { signal, node = process.execPath, cwd = process.cwd(), env = process.env },
) {
  const child = spawn(node, followingArguments(args), {
    cwd,
    env: followingEnvironment(env),
    stdio: followingStdio('inherit', 'inherit'),
  });
  child.stdio[3]?.on('error', () => {});
  const forward = () => child.kill('SIGTERM');
  if (signal.aborted) forward();
  else signal.addEventListener('abort', forward, { once: true });
  return await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? EXIT_INTERRUPTED));
  });
}
