import type { Locale } from '@passerelle/contracts';

/** Days and instants for people. Instants are told on the practice's clock, wherever the page is rendered. */

const TIME_ZONE = 'America/Toronto';
const PARTS = { day: 'numeric', month: 'long', year: 'numeric' } as const;

// Making a formatter costs far more than using one, and ten thousand pages use these.
const DAY: Record<Locale, Intl.DateTimeFormat> = {
  'fr-CA': new Intl.DateTimeFormat('fr-CA', { ...PARTS, timeZone: 'UTC' }),
  'en-CA': new Intl.DateTimeFormat('en-CA', { ...PARTS, timeZone: 'UTC' }),
};
const INSTANT: Record<Locale, Intl.DateTimeFormat> = {
  'fr-CA': new Intl.DateTimeFormat('fr-CA', { ...PARTS, timeZone: TIME_ZONE }),
  'en-CA': new Intl.DateTimeFormat('en-CA', { ...PARTS, timeZone: TIME_ZONE }),
};
const CALENDAR_DAY = new Intl.DateTimeFormat('en-CA', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  timeZone: TIME_ZONE,
});

/** French writes the first of a month as an ordinal; the day never stands apart from its month. */
function inFrench(written: string): string {
  return written.replace(/^1 /, '1er ').replace(/^(\S+) /, '$1\u00a0');
}

function written(locale: Locale, format: Intl.DateTimeFormat, date: Date): string {
  const text = format.format(date);
  return locale === 'fr-CA' ? inFrench(text) : text;
}

/** A calendar day (`YYYY-MM-DD`) in words: `1er septembre 2026`, `September 1, 2026`. */
export function longDay(locale: Locale, day: string): string {
  return written(locale, DAY[locale], new Date(`${day}T00:00:00Z`));
}

/** The day on which an instant falls in Québec, in words. */
export function longDate(locale: Locale, instant: string): string {
  return written(locale, INSTANT[locale], new Date(instant));
}

/** The day on which an instant falls in Québec, as `YYYY-MM-DD`. */
export function calendarDay(instant: string): string {
  return CALENDAR_DAY.format(new Date(instant));
}
