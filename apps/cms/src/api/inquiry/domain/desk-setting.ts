import type { InquiryStatus } from '@passerelle/contracts';
import type { BusinessCalendar } from './business-time.ts';

/** How the practice works its inquiries. */
export interface DeskSetting {
  calendar: BusinessCalendar;
  /** Business days within which an inquiry is answered. */
  responseDays: number;
}

/** The practice's time zone. */
export const PRACTICE_TIME_ZONE = 'America/Toronto';

/**
 * For how many days an inquiry is kept from its last change on (I12), by status; null: as long as it is worked on. What
 * became a mandate has a client file of its own, elsewhere.
 */
export const KEPT_DAYS: Readonly<Record<InquiryStatus, number | null>> = {
  unconfirmed: 7,
  new: null,
  triaged: null,
  assigned: null,
  'awaiting-client': 365,
  'consultation-booked': null,
  converted: 730,
  declined: 180,
  referred: 180,
  spam: 30,
  closed: 365,
};
