import type { Language } from '../i18n/texts.ts';

/** The office's time, wherever the browser is. */
const TIME_ZONE = 'America/Toronto';
const LOCALES: Record<Language, string> = { fr: 'fr-CA', en: 'en-CA' };

/** An ISO instant as the office says it, without its year where that is this year's: `24 nov., 14 h 02`. */
export function instantWords(instant: string, language: Language, now: Date): string {
  const year = (at: Date) => at.toLocaleDateString('en-CA', { timeZone: TIME_ZONE, year: 'numeric' });
  const at = new Date(instant);
  return at.toLocaleString(LOCALES[language], {
    timeZone: TIME_ZONE,
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    ...(year(at) === year(now) ? {} : { year: 'numeric' }),
  });
}

/** A calendar day, `YYYY-MM-DD`: `14 mars 2027`. */
export function dayWords(day: string, language: Language): string {
  return new Date(day).toLocaleDateString(LOCALES[language], { timeZone: 'UTC', dateStyle: 'long' });
}

/** The calendar day of an instant at the office, `YYYY-MM-DD`. */
export function officeDay(at: Date): string {
  return at.toLocaleDateString('sv-SE', { timeZone: TIME_ZONE });
}

/** Business minutes as hours, with one decimal. */
export function hours(minutes: number, language: Language): string {
  return (minutes / 60).toLocaleString(LOCALES[language], {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
}

/** A count, with the language's own grouping. */
export function count(value: number, language: Language): string {
  return value.toLocaleString(LOCALES[language]);
}

const BYTES_OF = { kilobyte: 1_000, megabyte: 1_000_000 } as const;

/** A file's size, in kB or MB as the language writes them. */
export function fileSize(bytes: number, language: Language): string {
  const unit = bytes < BYTES_OF.megabyte ? 'kilobyte' : 'megabyte';
  return (bytes / BYTES_OF[unit]).toLocaleString(LOCALES[language], {
    style: 'unit',
    unit,
    maximumFractionDigits: 1,
  });
}
