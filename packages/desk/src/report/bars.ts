import type { InquiryReport } from '@passerelle/contracts';

/** A week's two bars, as parts of the highest value. */
export interface WeekBars {
  monday: string;
  median: number;
  p90: number;
}

/** Heights from 0 to 1; 0 where nothing was answered. */
export function barsOf(weeks: InquiryReport['weeks']): WeekBars[] {
  const highest = Math.max(0, ...weeks.flatMap(({ median, p90 }) => [median ?? 0, p90 ?? 0]));
  const part = (value: number | null) => (highest === 0 || value === null ? 0 : value / highest);
  return weeks.map(({ monday, median, p90 }) => ({ monday, median: part(median), p90: part(p90) }));
}
