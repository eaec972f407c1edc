const MINUTE = 60_000;

/** After the first, second, … attempt that was put off. Greylisting lets the second pass after some minutes. */
const PAUSES = [2, 10, 30, 60, 120, 240, 480].map((minutes) => minutes * MINUTE);

/** Some 48 hours of pauses: news of two days ago is none, and RFC 5321 (4.5.4.1) asks for more of letters alone. */
const ATTEMPTS = 12;

/**
 * When a reader's mail that the server has put off is tried again. Attempts count, and not the time since the issue
 * began: one that was paused for a weekend is as good as new afterwards.
 *
 * @param attempts that were made, 1 or more.
 * @param random from 0 up to 1: of those put off together each comes back at a time of its own.
 * @returns the pause in milliseconds, or null when it is given up.
 */
export function pauseAfter(attempts: number, random: number): number | null {
  if (attempts >= ATTEMPTS) return null;
  const pause = PAUSES[Math.min(attempts, PAUSES.length) - 1] ?? MINUTE;
  return Math.round(pause * (0.75 + random / 2));
}

/** How long nothing is sent after the server could not be spoken to for the nth time in a row, in milliseconds. */
export function troublePause(troubles: number, base: number): number {
  return Math.min(5 * MINUTE, base * 2 ** Math.min(16, troubles - 1));
}
