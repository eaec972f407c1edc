import type { Locale } from '@passerelle/contracts';
import { LRUCache } from 'lru-cache';

/** Days and instants for people. Instants are told on the practice's clock, wherever the page is rendered. */

const TIME_ZONE = 'America/Toronto';
const DAYS_KEPT = 4_000;
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

/** Writes days of one kind; a site says the same few thousand days over and over. */
function dayWriter(formats: Record<Locale, Intl.DateTimeFormat>): (locale: Locale, date: Date) => string {
  const known = new LRUCache<string, string>({ max: DAYS_KEPT });
  return (locale, date) => {
    const key = `${locale}${date.getTime()}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const text = formats[locale].format(date);
    const written = locale === 'fr-CA' ? inFrench(text) : text;
    known.set(key, written);
    return written;
  };
}
const writeDay = dayWriter(DAY);
const writeInstant = dayWriter(INSTANT);

/** A calendar day (`YYYY-MM-DD`) in words: `1er septembre 2026`, `September 1, 2026`. */
export function longDay(locale: Locale, day: string): string {
  return writeDay(locale, new Date(`${day}T00:00:00Z`));
}

/** The day on which an instant falls in Québec, in words. */
export function longDate(locale: Locale, instant: string): string {
  return writeInstant(locale, new Date(instant));
}

const SHORT_DAY: Record<Locale, Intl.DateTimeFormat> = {
  'fr-CA': new Intl.DateTimeFormat('fr-CA', { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  'en-CA': new Intl.DateTimeFormat('en-CA', { day: 'numeric', month: 'short', timeZone: 'UTC' }),
};

/** A calendar day without its year, in few letters: `1er sept.`, `Sept. 1`. */
export function shortDay(locale: Locale, day: string): string {
  const written = SHORT_DAY[locale].format(new Date(`${day}T00:00:00Z`));
  return locale === 'fr-CA' ? inFrench(written) : written;
}

const TIME: Record<Locale, Intl.DateTimeFormat> = {
  'fr-CA': new Intl.DateTimeFormat('fr-CA', { hour: 'numeric', minute: '2-digit', timeZone: TIME_ZONE }),
  'en-CA': new Intl.DateTimeFormat('en-CA', { hour: 'numeric', minute: '2-digit', timeZone: TIME_ZONE }),
};

/** The time of day of an instant in Québec, kept together: `16 h 30`, `4:30 p.m.`. */
export function clockTime(locale: Locale, instant: string): string {
  return TIME[locale].format(new Date(instant)).replace(/[\s\u202f]/g, '\u00a0');
}

/** The day on which an instant falls in Québec, as `YYYY-MM-DD`. */
export function calendarDay(instant: string): string {
  return CALENDAR_DAY.format(new Date(instant));
}
