import { parseDate, Time, toCalendarDateTime, toZoned } from '@internationalized/date';

const TIME_ZONE = 'America/Toronto';
const LAST = new Time(23, 59, 59);

/** The last second of a calendar day, `YYYY-MM-DD`, at the office; milliseconds since 1970. */
export const endOfOfficeDay = (day: string): number =>
  toZoned(toCalendarDateTime(parseDate(day), LAST), TIME_ZONE)
    .toDate()
    .getTime();
