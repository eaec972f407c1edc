/** A date as it was typed. */
export interface TypedDate {
  day: string;
  month: string;
  year: string;
}

export type DeadlineFault = 'deadline-partial' | 'deadline-unreal' | 'deadline-far';

const DAY_MS = 86_400_000;
/** A day that has passed may be what the visitor writes about; one of another decade is a slip. */
const BACK_DAYS = 366;
const AHEAD_DAYS = 3_653;
/** Days that are too few to wait for an answer by mail. */
const SHORT_DAYS = 30;

/**
 * The day that was typed, as `YYYY-MM-DD`; null when the fields are empty.
 *
 * @param today likewise, in Québec.
 */
export function deadlineOf(
  typed: TypedDate,
  today: string,
): { day: string | null } | { fault: DeadlineFault } {
  const parts = [typed.year, typed.month, typed.day].map((part) => part.trim());
  if (parts.every((part) => part === '')) return { day: null };
  if (parts.some((part) => part === '')) return { fault: 'deadline-partial' };
  const [year = '', month = '', day = ''] = parts;
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day))
    return { fault: 'deadline-unreal' };
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = Date.parse(`${written}T00:00:00Z`);
  // Parsing takes February 30 for March 2: it is a day only if it comes back as it was.
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== written)
    return { fault: 'deadline-unreal' };
  const days = daysBetween(today, written);
  return days < -BACK_DAYS || days > AHEAD_DAYS ? { fault: 'deadline-far' } : { day: written };
}

/** Whether a day is so near, or past, that one should telephone. */
export const isShort = (day: string, today: string): boolean => daysBetween(today, day) <= SHORT_DAYS;

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
