import { CalendarDateTime, fromAbsolute, parseDate, toCalendarDate, toZoned } from '@internationalized/date';

/** When the practice is open, in its own time zone. */
export interface BusinessCalendar {
  timeZone: string;
  /** By day of the week, Monday first; null: closed. */
  week: readonly (OpenHours | null)[];
  /** Whether a day, `YYYY-MM-DD`, is a holiday or another on which it is closed. */
  isHoliday(day: string): boolean;
}

/** Minutes from midnight, on the wall clock. */
export interface OpenHours {
  opens: number;
  closes: number;
}

/** Instants and durations are milliseconds; instants since 1970. */
type Instant = number;

/** A calendar that is closed longer than this is taken for a mistake. */
const LONGEST_CLOSURE_DAYS = 400;

type Open = { day: string; from: Instant; to: Instant };

/** Opening and closing of a day; null when it is closed. */
function openOn({ timeZone, week, isHoliday }: BusinessCalendar, day: string): Open | null {
  const sundayFirst = new Date(`${day}T00:00:00Z`).getUTCDay();
  const hours = week[(sundayFirst + 6) % 7] ?? null;
  if (hours === null || hours.closes <= hours.opens || isHoliday(day)) return null;
  const date = parseDate(day);
  const at = (minutes: number): Instant => {
    const wall = new CalendarDateTime(
      date.year,
      date.month,
      date.day,
      Math.floor(minutes / 60),
      minutes % 60,
    );
    return toZoned(wall, timeZone).toDate().getTime();
  };
  return { day, from: at(hours.opens), to: at(hours.closes) };
}

/** The day of an instant, as the practice's calendar on the wall shows it. */
export function dayOf({ timeZone }: Pick<BusinessCalendar, 'timeZone'>, at: Instant): string {
  return toCalendarDate(fromAbsolute(at, timeZone)).toString();
}

/**
 * The times it is open, from the day of an instant on, without end.
 *
 * @throws when it is never open.
 */
function* openFrom(calendar: BusinessCalendar, from: Instant): Generator<Open> {
  let closed = 0;
  for (let date = parseDate(dayOf(calendar, from)); ; date = date.add({ days: 1 })) {
    const open = openOn(calendar, date.toString());
    if (open !== null) yield open;
    closed = open === null ? closed + 1 : 0;
    if (closed > LONGEST_CLOSURE_DAYS) throw new Error('The business calendar is never open');
  }
}

/** How long it is open between two instants; 0 when the second comes first. */
export function openTime(calendar: BusinessCalendar, from: Instant, to: Instant): number {
  let time = 0;
  if (to <= from) return 0;
  for (const open of openFrom(calendar, from)) {
    if (open.from >= to) break;
    time += Math.max(0, Math.min(to, open.to) - Math.max(from, open.from));
  }
  return time;
}

/** The instant by which it will have been open for so long: always within opening hours, or at their end. */
export function afterOpenTime(calendar: BusinessCalendar, from: Instant, time: number): Instant {
  let left = time;
  for (const open of openFrom(calendar, from)) {
    const start = Math.max(from, open.from);
    if (start >= open.to) continue;
    if (left <= open.to - start) return start + left;
    left -= open.to - start;
  }
  throw new Error('The business calendar has an end');
}

/**
 * Closing time of the business day that comes so many after an instant's own. What comes after closing, or on a day
 * that is closed, counts as the next one's.
 */
export function closingAfter(calendar: BusinessCalendar, from: Instant, days: number): Instant {
  let ahead = days;
  for (const open of openFrom(calendar, from)) {
    if (open.to <= from) continue;
    if (ahead === 0) return open.to;
    ahead -= 1;
  }
  throw new Error('The business calendar has an end');
}
