import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Interrupted } from '../up/failure.mjs';
import { startNodeGroup } from '../up/process-group.mjs';
import { inRoot } from '../up/project.mjs';
import { countOfCheck, countsOf } from './counts.mjs';
import { failuresOf } from './failures.mjs';

const GRACE_MS = 10_000;
const REPORT_FOLDER = inRoot('var', 'test');

/**
 * @typedef {object} StepResult
 * @property {string} name
 * @property {number} seconds
 * @property {import('./counts.mjs').Counts} counts
 * @property {readonly import('./failures.mjs').Failure[]} failures of a runner that doesn't tell its own at the very end
 */

/** A step works on one core, and in up to a gigabyte of memory. */
const STEPS_AT_ONCE = 2;

/**
 * Runs the steps, all of them whatever fails; their output goes to ours. Those without a browser go first, two at a time,
 * on one core each, so that none waits for the longest file of another; each is heard when it ends. One alone has every
 * core, as those with a browser have, which run one after the other.
 * @param {readonly import('./steps.mjs').Step[]} steps
 * @param {{ env: NodeJS.ProcessEnv, signal: AbortSignal, say: (text: string) => void, reportFolder?: string }} options
 * @returns {Promise<StepResult[]>} in the order of the steps
 * @throws {Interrupted}
 */
export async function runSteps(steps, { env, signal, say, reportFolder = REPORT_FOLDER }) {
  await mkdir(reportFolder, { recursive: true });
  /** @type {Map<import('./steps.mjs').Step, StepResult>} */
  const results = new Map();

  /** @param {import('./steps.mjs').Step} step @param {(line: string) => void} [onLine] */
  const run = async (step, onLine) => {
    const since = performance.now();
    const report = join(reportFolder, `${step.name.replace(/\W+/g, '-')}.json`);
    await rm(report, { force: true });
    const ok = await runStep(step, { env, signal, report, onLine });
    const seconds = (performance.now() - since) / 1_000;
    const told = step.kind === 'check' ? undefined : readReport(report);
    const counts = step.kind === 'check' ? countOfCheck(ok) : countsOf(step.kind, told, ok);
    const failures = step.kind === 'vitest' ? failuresOf(told) : [];
    results.set(step, { name: step.name, seconds, counts, failures });
  };

  const browserless = steps.filter(({ kind }) => kind !== 'playwright');
  const queue = browserless.values();
  const runQueue = async () => {
    for (const step of queue) {
      /** @type {string[]} */
      const lines = [];
      await run(step, (line) => lines.push(line));
      say([headingOf(step), ...lines].join('\n'));
    }
  };
  if (browserless.length > 1) await Promise.all(Array.from({ length: STEPS_AT_ONCE }, runQueue));
  for (const step of steps.filter((one) => one.kind === 'playwright' || browserless.length === 1)) {
    say(headingOf(step));
    await run(step);
  }
  return steps.flatMap((step) => results.get(step) ?? []);
}

/** @param {import('./steps.mjs').Step} step */
const headingOf = ({ name }) => `\n── ${name} ${'─'.repeat(Math.max(0, 74 - name.length))}`;

/**
 * @param {import('./steps.mjs').Step} step
 * @param {{ env: NodeJS.ProcessEnv, signal: AbortSignal, report: string, onLine?: ((line: string) => void) | undefined }} options
 *   without `onLine` the output goes to ours, and the step has every core
 * @returns {Promise<boolean>} whether it ended with code 0
 */
async function runStep(step, { env, signal, report, onLine }) {
  if (signal.aborted) throw new Interrupted();
  const group = startNodeGroup(
    [...step.script, ...runnerArguments(step.kind, report, onLine !== undefined)],
    {
      cwd: step.cwd,
      // Tools must not stop to ask: nobody answers.
      env: {
        ...env,
        CI: 'true',
        ...(step.kind === 'playwright' ? { PLAYWRIGHT_JSON_OUTPUT_FILE: report } : {}),
      },
      ...(onLine ? { onLine } : {}),
    },
  );
  const stop = () => void group.stop(GRACE_MS);
  signal.addEventListener('abort', stop, { once: true });
  const { code } = await group.ended;
  signal.removeEventListener('abort', stop);
  if (signal.aborted) throw new Interrupted();
  return code === 0;
}

/** @param {import('./steps.mjs').Step['kind']} kind @param {string} report @param {boolean} besideAnother */
function runnerArguments(kind, report, besideAnother) {
  if (kind === 'vitest') {
    const workers = besideAnother ? ['--maxWorkers=1'] : [];
    return [...workers, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  }
  return kind === 'playwright' ? ['--reporter=list,json'] : [];
}

/** @param {string} path @returns {unknown} undefined when the runner wrote none, or not a whole one */
function readReport(path) {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // Cut off: the runner died, which counts as a failure.
    return undefined;
  }
}

/**
 * The results, one line a step; before them every failed test once more, where it is found: a step's own output may be
 * thousands of lines above.
 * @param {readonly StepResult[]} results
 */
export function resultText(results) {
  const failures = results.flatMap(({ name, failures }) =>
    failures.map(({ test, message }) => `✗ ${name}: ${test}\n${message.replaceAll(/^/gm, '    ')}\n`),
  );
  const table = results.map(({ name, seconds, counts: { passed, failed, skipped } }) => {
    const rest = skipped > 0 ? `, ${skipped} skipped` : '';
    return `${failed === 0 ? '✓' : '✗'} ${name.padEnd(40)} ${passed} passed, ${failed} failed${rest} (${seconds.toFixed(1)} s)`;
  });
  return [...failures, ...table].join('\n');
}
