const MINUTE = 60_000;

/** After the first, second, … attempt that was put off. Greylisting lets the second pass after some minutes. */
const PAUSES = [2, 10, 30, 60, 120, 240, 480].map((minutes) => minutes * MINUTE);

/** News of two days ago is none: one gives up sooner than RFC 5321 (4.5.4.1) does for letters. */
const GIVE_UP_MS = 48 * 60 * MINUTE;

/**
 * When a reader's mail that the server has put off is tried again.
 *
 * @param attempts that were made, 1 or more.
 * @param age since the issue began, in milliseconds.
 * @param random from 0 up to 1: of those put off together each comes back at a time of its own.
 * @returns the pause in milliseconds, or null when it is given up.
 */
export function pauseAfter(attempts: number, age: number, random: number): number | null {
  const pause = PAUSES[Math.min(attempts, PAUSES.length) - 1] ?? MINUTE;
  return age + pause > GIVE_UP_MS ? null : Math.round(pause * (0.75 + random / 2));
}

/** How long nothing is sent after the server could not be spoken to for the nth time in a row, in milliseconds. */
export function troublePause(troubles: number, base: number): number {
  return Math.min(5 * MINUTE, base * 2 ** Math.min(16, troubles - 1));
}
