/**
 * How long to wait before the next try, in milliseconds: doubled each time from `first` up to `longest`, of which a
 * random half is taken off, so that many don't come back at the same moment.
 *
 * @param tries so far, at least 1.
 * @param random from 0 up to 1.
 */
export function pauseAfter(tries: number, first: number, longest: number, random: number): number {
  const whole = Math.min(longest, first * 2 ** Math.min(tries - 1, 30));
  return Math.round(whole * (1 - random / 2));
}
