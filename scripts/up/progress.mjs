const HEARTBEAT_MS = 15_000;
const REFRESH_MS = 1_000;

/**
 * Shows what is going on: one line per finished step with its time; in a terminal a last line with what is running,
 * elsewhere a sign of life now and then.
 * @param {{ stream?: NodeJS.WriteStream, now?: () => number }} [options] `now` in milliseconds
 */
export function createProgress({ stream = process.stdout, now = () => performance.now() } = {}) {
  /** @type {Map<string, number>} */
  const running = new Map();
  const live = stream.isTTY === true;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;

  /** @param {number} since */
  const seconds = (since) => Math.floor((now() - since) / 1_000);
  const clear = () => live && stream.write('\r\x1b[2K');
  const draw = () => {
    if (!live || running.size === 0) return;
    const parts = [...running].map(([title, since]) => `${title} ${seconds(since)} s`);
    stream.write(`… ${parts.join(' · ')}`.slice(0, (stream.columns || 80) - 1));
  };
  const tick = () => {
    if (live) {
      clear();
      draw();
    } else for (const [title, since] of running) stream.write(`… ${title}: ${seconds(since)} s\n`);
  };

  /** Prints a line of its own. @param {string} text */
  function say(text) {
    clear();
    stream.write(`${text}\n`);
    draw();
  }

  return {
    say,
    /**
     * Shows a step while it is worked on.
     * @template T
     * @param {string} title
     * @param {() => Promise<T>} work
     * @param {(result: T) => boolean} [succeeded] for work that reports a failure instead of throwing it
     * @returns {Promise<T>}
     */
    async step(title, work, succeeded = () => true) {
      const since = now();
      running.set(title, since);
      if (live) tick();
      else stream.write(`… ${title}\n`);
      timer ??= setInterval(tick, live ? REFRESH_MS : HEARTBEAT_MS);
      timer.unref();
      /** @param {string} mark */
      const end = (mark) => {
        running.delete(title);
        if (running.size === 0) {
          clearInterval(timer);
          timer = undefined;
        }
        say(`${mark} ${title} (${((now() - since) / 1_000).toFixed(1)} s)`);
      };
      try {
        const result = await work();
        end(succeeded(result) ? '✓' : '✗');
        return result;
      } catch (error) {
        end('✗');
        throw error;
      }
    },
  };
}

/** @typedef {ReturnType<typeof createProgress>} Progress */
