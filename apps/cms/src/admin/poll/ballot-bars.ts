import type { PollDesk } from '../../api/poll/domain/answers.ts';

type Hours = PollDesk['hours'];

/** Ballots of an hour or of a day; `start` is an ISO instant, or a day such as `2026-11-24`. */
export interface Bar {
  start: string;
  ballots: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** As many hours as there are bars in two days. */
const HOURS_SHOWN = 48;

/** Swedish writes days as ISO 8601 does. */
const dayOf = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Toronto', dateStyle: 'short' });

/** One bar for each of the 48 hours up to an instant, oldest first, with those that had no ballot. */
export function hourBars(hours: Hours, until: Date): Bar[] {
  const known = new Map(hours.map(({ hour, ballots }) => [Date.parse(hour), ballots]));
  const last = Math.floor(until.getTime() / HOUR_MS) * HOUR_MS;
  return Array.from({ length: HOURS_SHOWN }, (_, index) => {
    const start = last - (HOURS_SHOWN - 1 - index) * HOUR_MS;
    return { start: new Date(start).toISOString(), ballots: known.get(start) ?? 0 };
  });
}

/** One bar for each day at the newsroom, from the first ballot to the last, with those that had none. */
export function dayBars(hours: Hours): Bar[] {
  const days = new Map<string, number>();
  for (const { hour, ballots } of hours) {
    const day = dayOf.format(new Date(hour));
    days.set(day, (days.get(day) ?? 0) + ballots);
  }
  const order = [...days.keys()].sort();
  const [first, last] = [order[0], order.at(-1)];
  if (first === undefined || last === undefined) return [];
  // Calendar days are counted as if they were UTC's: those have 24 hours each.
  const count = (Date.parse(last) - Date.parse(first)) / DAY_MS + 1;
  return Array.from({ length: count }, (_, index) => {
    const day = new Date(Date.parse(first) + index * DAY_MS).toISOString().slice(0, 10);
    return { start: day, ballots: days.get(day) ?? 0 };
  });
}

/** The most ballots in one bar. */
export function highest(bars: readonly Bar[]): number {
  return bars.reduce((most, { ballots }) => Math.max(most, ballots), 0);
}

/** All ballots of the bars. */
export function total(bars: readonly Bar[]): number {
  return bars.reduce((sum, { ballots }) => sum + ballots, 0);
}
