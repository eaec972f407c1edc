import { fromDate, toCalendarDate } from '@internationalized/date';

/** The day it is where the newsroom is, `2026-11-29`. */
export const localDay = (at: Date): string => toCalendarDate(fromDate(at, 'America/Toronto')).toString();
