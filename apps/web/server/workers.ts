import cluster from 'node:cluster';
import type { Logger } from 'pino';

const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 10_000;
/** A worker that has lived for so long was well: the next one is started without waiting. */
const STEADY_MS = 30_000;

/** How long to wait before a worker is started again, in milliseconds, after so many that ended early in a row. */
export const restartDelay = (endedEarly: number): number =>
  endedEarly === 0 ? 0 : Math.min(FIRST_DELAY_MS * 2 ** (endedEarly - 1), LONGEST_DELAY_MS);

/**
 * Runs this program in several processes that share the port, and starts again those that end.
 *
 * The process itself serves nothing. It ends with an error when the first worker to say anything says
 * that it can't start: a wrong setting is no reason to try again.
 *
 * @returns what stops them: settles when the last one has ended.
 */
export function runWorkers(count: number, log: Logger): () => Promise<void> {
  let stopping = false;
  let served = false;

  function keepOne(endedEarly: number): void {
    if (stopping) return;
    const worker = cluster.fork();
    const began = performance.now();
    worker.once('listening', () => {
      served = true;
    });
    worker.once('exit', (code, signal) => {
      if (stopping) return;
      // The worker has said why.
      if (!served) process.exit(1);
      const early = performance.now() - began < STEADY_MS ? endedEarly + 1 : 0;
      const delayMs = restartDelay(early);
      log.error({ pid: worker.process.pid, code, signal, delayMs }, 'a worker ended; another is started');
      setTimeout(keepOne, delayMs, early);
    });
  }

  for (let started = 0; started < count; started += 1) keepOne(0);
  return async () => {
    stopping = true;
    const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    const ended = workers.map((worker) => new Promise<void>((done) => worker.once('exit', () => done())));
    for (const worker of workers) worker.process.kill('SIGTERM');
    await Promise.all(ended);
  };
}
