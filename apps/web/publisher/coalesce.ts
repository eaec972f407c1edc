/** Waits before work that is asked for often: until it has been quiet, but not forever. */
export interface Waits {
  /** Quiet time before the work starts, in milliseconds. */
  quiet: number;
  /** Time after which it starts even if it has not been quiet, in milliseconds. */
  atMost: number;
}

export interface Timers {
  now(): number;
  set(callback: () => void, milliseconds: number): unknown;
  clear(timer: unknown): void;
}

/**
 * Runs work one at a time, however often it is asked for.
 *
 * Asked while waiting: waits on, up to `atMost`. Asked while working: exactly one more run follows.
 * The work must not reject: what may go wrong is its own affair.
 */
export function coalesce(work: () => Promise<void>, waits: Waits, timers: Timers) {
  let asked: number | undefined;
  let timer: unknown;
  let running: Promise<void> | undefined;

  function run(): void {
    timer = undefined;
    asked = undefined;
    running = work().finally(() => {
      running = undefined;
      if (asked !== undefined) arm();
    });
  }

  function arm(): void {
    if (timer !== undefined) timers.clear(timer);
    const waited = timers.now() - (asked ?? timers.now());
    timer = timers.set(run, Math.max(0, Math.min(waits.quiet, waits.atMost - waited)));
  }

  return {
    ask(): void {
      asked ??= timers.now();
      if (!running) arm();
    },
    /** Settles when nothing is running; what waits is given up. */
    async stop(): Promise<void> {
      if (timer !== undefined) timers.clear(timer);
      timer = undefined;
      asked = undefined;
      await running;
    },
  };
}
