/** The newsroom's time, wherever the browser is. */
const TIME_ZONE = 'America/Toronto';

export type Language = 'fr' | 'en';

const LOCALES: Record<Language, string> = { fr: 'fr-CA', en: 'en-CA' };

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: TIME_ZONE, timeStyle: 'medium' });
/** Gives `2026-11-23`, to tell days apart. */
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE, dateStyle: 'short' });
const longDay = {
  fr: new Intl.DateTimeFormat(LOCALES.fr, {
    timeZone: TIME_ZONE,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }),
  en: new Intl.DateTimeFormat(LOCALES.en, {
    timeZone: TIME_ZONE,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }),
};

/** An instant as people at the newsroom say it: `day` is null when it is today. */
export interface LocalTime {
  clock: string;
  day: string | null;
}

/** An ISO instant in the newsroom's time zone: `14:02:11`, with the day when it isn't today's. */
export function localTime(instant: string, now: Date, language: Language): LocalTime {
  const at = new Date(instant);
  return {
    clock: clock.format(at),
    day: day.format(at) === day.format(now) ? null : longDay[language].format(at),
  };
}

const calendarDays: Record<Language, Intl.DateTimeFormat> = {
  fr: new Intl.DateTimeFormat(LOCALES.fr, { timeZone: 'UTC', dateStyle: 'long' }),
  en: new Intl.DateTimeFormat(LOCALES.en, { timeZone: 'UTC', dateStyle: 'long' }),
};

/** A calendar day, `YYYY-MM-DD`, in words: `14 mars 2027`. */
export function calendarDay(day: string, language: Language): string {
  return calendarDays[language].format(new Date(day));
}

/** Labels of a chart's axis, where there is little room. */
const short = (options: Intl.DateTimeFormatOptions): Record<Language, Intl.DateTimeFormat> => ({
  fr: new Intl.DateTimeFormat(LOCALES.fr, { timeZone: TIME_ZONE, ...options }),
  en: new Intl.DateTimeFormat(LOCALES.en, { timeZone: TIME_ZONE, ...options }),
});
const shortDays = short({ day: 'numeric', month: 'short' });
const shortHours = short({ day: 'numeric', month: 'short', hour: 'numeric', hourCycle: 'h23' });

/** The day of an ISO instant at the newsroom, without its year: `24 nov.` */
export function shortDay(instant: string, language: Language): string {
  return shortDays[language].format(new Date(instant));
}

/** The same with its hour: `24 nov., 17 h` */
export function shortHour(instant: string, language: Language): string {
  return shortHours[language].format(new Date(instant));
}

const SECOND_MS = 1000;

/** A duration as seconds, with one decimal below ten: `1,2 s`, `42 s`. */
export function seconds(durationMs: number, language: Language): string {
  const value = durationMs / SECOND_MS;
  const digits = value < 10 ? 1 : 0;
  const number = new Intl.NumberFormat(LOCALES[language], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${number.format(value)}\u00a0s`;
}

/** A count, with the language's own grouping. */
export function count(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language]).format(value);
}
