import { setTimeout as wait } from 'node:timers/promises';

const ASK_EVERY_MS = 100;
const ANSWER_WITHIN_MS = 2_000;

/**
 * Whether an address answers with this status now.
 * @param {string} url @param {number} status
 */
export async function answers(url, status) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS), redirect: 'manual' });
    await response.body?.cancel();
    return response.status === status;
  } catch {
    // Not listening yet, or too busy to answer: not ready.
    return false;
  }
}

/**
 * Asks until the address answers with this status.
 * @param {string} url
 * @param {number} status
 * @param {{ withinMs: number, signal: AbortSignal }} limits
 * @returns {Promise<boolean>} false when the time is over or the signal was given
 */
export async function becomesReady(url, status, { withinMs, signal }) {
  const deadline = performance.now() + withinMs;
  while (!signal.aborted && performance.now() < deadline) {
    if (await answers(url, status)) return true;
    await wait(ASK_EVERY_MS, undefined, { signal }).catch(() => {});
  }
  return false;
}
