import type { BusinessCalendar } from './business-time.ts';

/** How the practice works its inquiries. */
export interface DeskSetting {
  calendar: BusinessCalendar;
  /** Business days within which an inquiry is answered. */
  responseDays: number;
}

/** The practice's time zone. */
export const PRACTICE_TIME_ZONE = 'America/Toronto';
