import { parseAbsolute, parseDateTime, toZoned } from '@internationalized/date';

const TIME_ZONE = 'America/Toronto';

/** What an `<input type="datetime-local">` gives. */
const WALL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/;

/**
 * The instant a clock at the newsroom shows a time; null for what is no time. A time that clocks skip is taken as
 * the same time after it; of one that comes twice, the first is meant.
 */
export function instantOf(wallTime: string): Date | null {
  if (!WALL_TIME.test(wallTime)) return null;
  try {
    return toZoned(parseDateTime(wallTime), TIME_ZONE, 'compatible').toDate();
  } catch {
    // The package has no other way to say that a text is no date, such as February 30.
    return null;
  }
}

/** What a clock at the newsroom shows at an ISO instant, as an `<input type="datetime-local">` takes it: to the minute. */
export function wallTimeOf(instant: string): string {
  const { year, month, day, hour, minute } = parseAbsolute(instant, TIME_ZONE);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}
