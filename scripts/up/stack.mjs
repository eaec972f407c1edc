import { join } from 'node:path';
import { Interrupted, SetupFailure } from './failure.mjs';
import { startNodeGroup } from './process-group.mjs';
import { becomesReady } from './ready.mjs';
import { tailOf } from './run-logged.mjs';
import { openServiceLog } from './service-log.mjs';

/** For all processes together; then they are killed. Each keeps a share, however slow those before it are. */
const STOP_WITHIN_MS = 10_000;
const SHARE_MS = 2_000;

/**
 * @typedef {object} Stack
 * @property {Promise<SetupFailure>} failed resolves when a process ends without being asked to
 * @property {() => Promise<void>} stop ends the processes, the last started first; nothing is left running
 */

/**
 * Starts services wave by wave, each wave once the one before is ready. If one does not make it, all are stopped.
 * @param {readonly (readonly import('./services.mjs').Service[])[]} waves
 * @param {{ signal: AbortSignal, logFolder: string, progress: import('./progress.mjs').Progress,
 *   onLine: (service: string, line: string, from: 'stdout' | 'stderr') => void, stopWithinMs?: number }} options
 * @returns {Promise<Stack>}
 * @throws {SetupFailure | Interrupted} service-ended, service-late
 */
export async function startStack(
  waves,
  { signal, logFolder, progress, onLine, stopWithinMs = STOP_WITHIN_MS },
) {
  /** @type {{ name: string, group: import('./process-group.mjs').ProcessGroup }[]} in starting order */
  const running = [];
  let stopping = false;
  /** @type {(failure: SetupFailure) => void} */
  let fail = () => {};
  /** @type {Promise<SetupFailure>} */
  const failed = new Promise((resolve) => {
    fail = resolve;
  });

  async function stop() {
    stopping = true;
    const deadline = performance.now() + stopWithinMs;
    for (const [index, { group }] of [...running.entries()].toReversed())
      await group.stop(Math.max(0, deadline - index * SHARE_MS - performance.now()));
  }

  /** @param {import('./services.mjs').Service} service */
  function start({ name, script, cwd, env }) {
    const path = join(logFolder, `${name}.log`);
    const log = openServiceLog(path);
    const tail = tailOf();
    const group = startNodeGroup(script, {
      cwd,
      env,
      onLine(line, from) {
        log.write(`${line}\n`);
        if (line.trim() !== '') tail.add(line);
        onLine(name, line, from);
      },
    });
    running.push({ name, group });
    void group.ended.then(({ code, signal: killedBy, error }) => {
      log.end();
      if (stopping) return;
      const how = error?.message ?? killedBy ?? `code ${code}`;
      fail(new SetupFailure('service-ended', { service: name, how, log: path }, { output: tail.lines }));
    });
    return { path, tail };
  }

  /** @param {import('./services.mjs').Service} service @returns {Promise<SetupFailure | null>} */
  async function bring(service) {
    const { path, tail } = start(service);
    const { name, ready } = service;
    if (ready === null) return null;
    const limit = new AbortController();
    const gone = failed.then((failure) => {
      limit.abort();
      return failure;
    });
    const limits = { withinMs: ready.withinMs, signal: AbortSignal.any([signal, limit.signal]) };
    const isReady = becomesReady(ready.url, ready.status, limits).then((done) =>
      done
        ? null
        : new SetupFailure(
            'service-late',
            { service: name, seconds: ready.withinMs / 1_000, log: path },
            { output: tail.lines },
          ),
    );
    return await Promise.race([gone, isReady]);
  }

  for (const wave of waves) {
    const outcomes = await Promise.all(
      wave
        .map((service) =>
          progress.step(`Starting ${service.name}`, async () => {
            const failure = signal.aborted ? new Interrupted() : await bring(service);
            if (failure !== null || signal.aborted) throw failure ?? new Interrupted();
          }),
        )
        .map((step) =>
          step.then(
            () => null,
            (error) => error,
          ),
        ),
    );
    const failure = outcomes.find((outcome) => outcome !== null);
    if (failure !== undefined) {
      await stop();
      throw signal.aborted ? new Interrupted() : failure;
    }
  }
  return { failed, stop };
}
