import { daySchema } from '@passerelle/contracts';
import { folded } from './lines.ts';

const MONTHS: readonly (readonly string[])[] = [
  ['janvier', 'janv', 'january', 'jan'],
  ['fevrier', 'fevr', 'fev', 'february', 'feb'],
  ['mars', 'march', 'mar'],
  ['avril', 'avr', 'april', 'apr'],
  ['mai', 'may'],
  ['juin', 'june', 'jun'],
  ['juillet', 'juil', 'july', 'jul'],
  ['aout', 'august', 'aug'],
  ['septembre', 'sept', 'september', 'sep'],
  ['octobre', 'oct', 'october'],
  ['novembre', 'nov', 'november'],
  ['decembre', 'dec', 'december'],
];
const MONTH = `(?<month>${MONTHS.flat().join('|')})\\.?`;
const YEAR = '(?<year>(?:19|20)\\d{2})';
const WEEKDAY =
  '(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday),? )?';
const LABEL = '(?:(?:publie|publiee|mis en ligne|paru|posted|published|date)(?: le| on)? ?:? ?|le |on )?';

/** A line that is a date and nothing else, folded: `5 mars 2024`, `March 5, 2024`, `2024-03-05`. */
const DATE_LINES: readonly RegExp[] = [
  new RegExp(`^${LABEL}${WEEKDAY}(?<day>\\d{1,2})(?:er|st|nd|rd|th)? (?:de )?${MONTH},? ${YEAR}\\.?$`),
  new RegExp(`^${LABEL}${WEEKDAY}${MONTH} (?<day>\\d{1,2})(?:st|nd|rd|th)?,? ${YEAR}\\.?$`),
  new RegExp(`^${LABEL}${YEAR}-(?<number>\\d{2})-(?<day>\\d{2})(?:t[\\d:.]+z?)?$`),
];

/** `05/03/2024` is the fifth of March or the third of May: recognised as a date, but not read. */
const AMBIGUOUS_DATE = new RegExp(`^${LABEL}\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}$`);

type DateLine = { kind: 'day'; day: string } | { kind: 'ambiguous' };

/** Reads a line that holds a written date in French or English, or an ISO date; null for any other line. */
export function readDateLine(line: string): DateLine | null {
  const text = folded(line);
  if (AMBIGUOUS_DATE.test(text)) return { kind: 'ambiguous' };
  for (const pattern of DATE_LINES) {
    const parts = pattern.exec(text)?.groups;
    if (!parts) continue;
    const named = MONTHS.findIndex((names) => names.includes(parts.month ?? '')) + 1;
    const month = parts.number ?? String(named).padStart(2, '0');
    const day = daySchema.safeParse(`${parts.year}-${month}-${(parts.day ?? '').padStart(2, '0')}`);
    return day.success ? { kind: 'day', day: day.data } : null;
  }
  return null;
}
