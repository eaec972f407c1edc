import type { Locale } from '@passerelle/contracts';

/** A day at the office, in words. */
export const dayOf = (locale: Locale, instant: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'America/Toronto' }).format(
    new Date(instant),
  );
