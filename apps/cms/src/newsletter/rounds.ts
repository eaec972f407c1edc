import { setTimeout as pause } from 'node:timers/promises';

interface RoundsOptions {
  round: () => Promise<void>;
  isRunning: () => boolean;
  /** Between two, unless woken. */
  pauseMs: number;
  onError: (error: unknown) => void;
}

/** Work that is looked for again and again. */
export interface Rounds {
  start(): void;
  /** Has the next round begin at once; during one, the next follows it. */
  wake(): void;
  /** Ends the pause and waits for the round that is under way. After `isRunning` has become false. */
  stop(): Promise<void>;
}

/** Makes rounds, one after the other, until they are stopped; one that fails doesn't end them. */
export function createRounds({ round, isRunning, pauseMs, onError }: RoundsOptions): Rounds {
  let wake = () => {};
  let loop: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (isRunning()) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      await round().catch(onError);
      const timer = new AbortController();
      const waited = pause(pauseMs, undefined, { signal: timer.signal });
      await Promise.race([woken, waited.catch(() => undefined)]);
      timer.abort();
    }
  }

  return {
    start() {
      loop ??= run();
    },
    wake: () => wake(),
    async stop() {
      wake();
      await loop;
    },
  };
}
