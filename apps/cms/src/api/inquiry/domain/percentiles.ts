import type { InquiryReport, ResponseTimes } from '@passerelle/contracts';

/** An inquiry as the report counts it. */
export interface Counted {
  /** Day of receipt, `YYYY-MM-DD`. */
  day: string;
  programme: string | null;
  /** Business minutes to the first answer; null before. */
  minutes: number | null;
}

/**
 * The value below or at which a share of the values lies: nearest rank (no value is made up).
 *
 * @param share above 0, up to 1.
 */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? null;
}

/** How long answers took in a set of inquiries. */
function responseTimes(inquiries: readonly Counted[]): ResponseTimes {
  const minutes = inquiries.flatMap((one) => (one.minutes === null ? [] : [one.minutes]));
  return {
    received: inquiries.length,
    answered: minutes.length,
    median: percentile(minutes, 0.5),
    p90: percentile(minutes, 0.9),
  };
}

/** The same for all of them, by week and by programme. Weeks are in their order, programmes by name, none last. */
export function reportOf(inquiries: readonly Counted[]): InquiryReport {
  const weeks = Map.groupBy(inquiries, ({ day }) => mondayOf(day));
  const programmes = Map.groupBy(inquiries, ({ programme }) => programme);
  return {
    all: responseTimes(inquiries),
    weeks: [...weeks]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([monday, own]) => ({ monday, ...responseTimes(own) })),
    programmes: [...programmes]
      .toSorted(([a], [b]) => (a === null ? 1 : b === null || a < b ? -1 : 1))
      .map(([programme, own]) => ({ programme, ...responseTimes(own) })),
  };
}

/** The Monday of a day's week (ISO 8601). */
export function mondayOf(day: string): string {
  const at = Date.parse(day);
  const weekday = (new Date(at).getUTCDay() + 6) % 7;
  return new Date(at - weekday * 86_400_000).toISOString().slice(0, 10);
}
