import type { Recognition } from '@passerelle/contracts';

/** Recognitions are granted in Québec, and end at midnight there. */
const TIME_ZONE = 'America/Toronto';

const DAY_MS = 86_400_000;

/**
 * How many days before the end staff are warned, farthest first. A renewal has to be asked for at least 60 days before
 * the end (Gouvernement du Québec, « Renouveler votre reconnaissance à titre de consultant en immigration »).
 */
export const WARNING_DAYS = [120, 90, 60] as const;

const dayFormat = new Intl.DateTimeFormat('en-CA', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  timeZone: TIME_ZONE,
});

/** The calendar day in Québec, `YYYY-MM-DD`. */
export function quebecDay(instant: Date): string {
  return dayFormat.format(instant);
}

/** Whole days from `today` to the last day, both `YYYY-MM-DD`: 0 on the last day, negative after it. */
export function daysLeft(expiresOn: string, today: string): number {
  return Math.round((Date.parse(expiresOn) - Date.parse(today)) / DAY_MS);
}

/** How a recognition stands on a day: it still holds on its last one. */
export function recognitionState(expiresOn: string, today: string): Recognition['state'] {
  return daysLeft(expiresOn, today) < 0 ? 'expired' : 'valid';
}

/**
 * The warning that is due: the nearest threshold reached, unless it or a nearer one was given. Null when none is, and
 * once the recognition has expired, which is told otherwise.
 *
 * @param warned the last threshold warned at, null before the first.
 */
export function dueWarning(expiresOn: string, today: string, warned: number | null): number | null {
  const left = daysLeft(expiresOn, today);
  if (left < 0) return null;
  const reached = WARNING_DAYS.findLast((days) => left <= days) ?? null;
  return reached !== null && (warned === null || reached < warned) ? reached : null;
}
