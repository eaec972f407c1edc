/** How often one submission tries the way to the CMS while it is closed, in milliseconds. */
const PROBE_EVERY_MS = 2_000;

/**
 * Remembers that the CMS is away, so that not every visitor waits for its time-out.
 *
 * @param now a clock that only goes forward, in milliseconds.
 * @param mended is told each time the CMS has come back.
 */
export function createBreaker(now: () => number, mended: () => void) {
  let away = false;
  let probed = 0;
  return {
    /** Whether the last that was heard of the CMS is that it doesn't answer. */
    isAway: (): boolean => away,
    /** Whether the next submission may go to the CMS; every two seconds one may, though it is away. */
    mayPass(): boolean {
      if (!away) return true;
      if (now() - probed < PROBE_EVERY_MS) return false;
      probed = now();
      return true;
    },
    /** The CMS didn't answer. */
    lost(): void {
      away = true;
      probed = now();
    },
    /** The CMS has answered. */
    answered(): void {
      if (!away) return;
      away = false;
      mended();
    },
  };
}
export type Breaker = ReturnType<typeof createBreaker>;
