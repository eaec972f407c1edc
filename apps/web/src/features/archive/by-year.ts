import type { Issue } from '@passerelle/contracts';
import { calendarDay } from '../../i18n/dates.ts';

/** Issues by the year they were sent in, where the newsroom is; both in the order they are given in. */
export function byYear(issues: readonly Issue[]): { year: string; issues: Issue[] }[] {
  const years = Map.groupBy(issues, ({ sentAt }) => calendarDay(sentAt).slice(0, 4));
  return [...years].map(([year, those]) => ({ year, issues: those }));
}
