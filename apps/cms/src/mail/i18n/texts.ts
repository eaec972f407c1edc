import type { Locale } from '@passerelle/contracts';
import { en } from './en.ts';
import { fr, type MailTexts } from './fr.ts';

const TEXTS: Readonly<Record<Locale, MailTexts>> = { 'fr-CA': fr, 'en-CA': en };

/** The texts of a language. */
export const mailTexts = (locale: Locale): MailTexts => TEXTS[locale];

/** The organization's zone, in which a time is said to its people. */
const TIME_ZONE = 'America/Toronto';

/** A day (`YYYY-MM-DD`) in words: `1er mars 2027`, `March 1, 2027`. */
export function dayText(locale: Locale, day: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const text = format.format(new Date(`${day}T00:00:00Z`));
  return locale === 'fr-CA' ? text.replace(/^1 /, '1er ').replace(' ', '\u00a0') : text;
}

/** `24 novembre 2026 à 16 h 38 min 01 s HNE`; a number stays with what it counts. */
export function timeText(locale: Locale, at: Date): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'long',
    timeZone: TIME_ZONE,
  })
    .format(at)
    .replace(/(\d) (?=h|min|s\b)/g, '$1\u00a0');
}
