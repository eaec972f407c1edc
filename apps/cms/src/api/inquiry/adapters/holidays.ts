import Holidays from 'date-holidays';

/**
 * Whether a day, `YYYY-MM-DD`, is a public holiday in Québec: the Act respecting labour standards (CQLR, c. N-1.1,
 * s. 60; Good Friday rather than Easter Monday) and the National Holiday Act (CQLR, c. F-1.1).
 */
export function createQuebecHolidays(): (day: string) => boolean {
  const holidays = new Holidays('CA', 'QC');
  const years = new Map<string, ReadonlySet<string>>();
  const daysOf = (year: string) => {
    const known = years.get(year);
    if (known !== undefined) return known;
    const days = holidays
      .getHolidays(Number(year))
      .filter(({ type }) => type === 'public')
      .map(({ date }) => date.slice(0, 10));
    const found = new Set([...days, ...days.flatMap(mondayFor)]);
    years.set(year, found);
    return found;
  };
  return (day) => daysOf(day.slice(0, 4)).has(day);
}

/** On a Sunday, the National Holiday and Canada Day are had on the Monday; the library leaves that out. */
function mondayFor(day: string): string[] {
  const [, month, date] = day.split('-').map(Number);
  if (!/-(?:06-24|07-01)$/.test(day) || month === undefined || date === undefined) return [];
  const at = new Date(`${day}T00:00:00Z`);
  if (at.getUTCDay() !== 0) return [];
  return [new Date(at.getTime() + 86_400_000).toISOString().slice(0, 10)];
}
