import { Interrupted } from './failure.mjs';

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
/** One Ctrl-C may arrive twice, from the terminal and from npm. A second one later means: at once. */
const SAME_KEY_MS = 1_000;
const PARENT_CHECK_MS = 250;

/**
 * Tells when this program is asked to stop: by Ctrl-C, by a signal, by the terminal closing, or by npm being gone
 * (npm leaves its script running when it is terminated).
 * @returns {AbortSignal}
 */
export function listenForInterruption() {
  const controller = new AbortController();
  let first = 0;
  const stop = () => {
    first ||= Date.now();
    controller.abort(new Interrupted());
  };
  for (const signal of SIGNALS)
    process.on(signal, () => {
      if (signal === 'SIGINT' && first > 0 && Date.now() - first > SAME_KEY_MS) process.exit(130);
      stop();
    });

  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && stop(), PARENT_CHECK_MS).unref();
  }
  // A closed terminal or a finished `| head` must not end us before our processes have ended.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
  return controller.signal;
}

/**
 * Resolves when the signal is given; for use in a race.
 * @param {AbortSignal} signal
 * @returns {Promise<'interrupted'>}
 */
export function interrupted(signal) {
  return new Promise((resolve) => {
    if (signal.aborted) resolve('interrupted');
    else signal.addEventListener('abort', () => resolve('interrupted'), { once: true });
  });
}
