import type { InquiryStatus } from '@passerelle/contracts';

/** For how many days something is kept: as is usual, and what the practice may set instead. */
interface Bounds {
  usual: number;
  least: number;
  most: number;
}

/**
 * For how many days an inquiry is kept from its last change on (I12), by status; null: as long as it is worked on. What
 * became a mandate has a client file of its own, elsewhere. The bounds are those of the component `desk.retention`.
 */
export const KEPT: Readonly<Record<InquiryStatus, Bounds | null>> = {
  unconfirmed: { usual: 7, least: 1, most: 30 },
  new: null,
  triaged: null,
  assigned: null,
  'awaiting-client': { usual: 365, least: 90, most: 1_095 },
  'consultation-booked': null,
  converted: { usual: 730, least: 90, most: 2_555 },
  declined: { usual: 180, least: 30, most: 1_095 },
  referred: { usual: 180, least: 30, most: 1_095 },
  spam: { usual: 30, least: 1, most: 90 },
  closed: { usual: 365, least: 30, most: 1_095 },
};

/** Days by status; a status that isn't there is never purged. */
export type KeptDays = Readonly<Partial<Record<InquiryStatus, number>>>;

const isStatus = (name: string): name is InquiryStatus => Object.hasOwn(KEPT, name);

/** How long each status is kept, by what the practice has set; what lies beyond the bounds counts as the nearest bound. */
export function keptDaysOf(
  set: Readonly<Partial<Record<InquiryStatus, number | null | undefined>>>,
): KeptDays {
  return Object.fromEntries(
    Object.entries(KEPT).flatMap(([status, bounds]) => {
      if (bounds === null || !isStatus(status)) return [];
      const { usual, least, most } = bounds;
      return [[status, Math.min(most, Math.max(least, set[status] ?? usual))]];
    }),
  );
}

const DAY_MS = 86_400_000;

/** The statuses that are purged, each with the instant before which an inquiry must have been changed last. */
export function purgeLimits(kept: KeptDays, now: number): { status: InquiryStatus; before: number }[] {
  return Object.entries(kept).flatMap(([status, days]) =>
    isStatus(status) ? [{ status, before: now - days * DAY_MS }] : [],
  );
}
