import type { InquiryStatus } from '@passerelle/contracts';

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

const DAY_MS = 86_400_000;

/** The statuses that are purged, each with the instant before which an inquiry must have been changed last. */
export function purgeLimits(now: number): { status: InquiryStatus; before: number }[] {
  return Object.entries(KEPT_DAYS).flatMap(([status, days]) =>
    isStatus(status) && days !== null ? [{ status, before: now - days * DAY_MS }] : [],
  );
}

const isStatus = (name: string): name is InquiryStatus => Object.hasOwn(KEPT_DAYS, name);
