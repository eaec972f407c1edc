import type { Locale } from '@passerelle/contracts';
import { COUNTRY_CODES } from './domain/telephone.ts';

const namesIn = (style: 'long' | 'short'): Record<Locale, Intl.DisplayNames> => ({
  'fr-CA': new Intl.DisplayNames('fr-CA', { type: 'region', style }),
  'en-CA': new Intl.DisplayNames('en-CA', { type: 'region', style }),
});
const [LONG, SHORT] = [namesIn('long'), namesIn('short')];
/** Written in full they begin with what nobody looks for them by. */
const KNOWN_SHORT = new Set(['HK', 'MO']);

const optionsIn = (locale: Locale) =>
  COUNTRY_CODES.map((value) => ({ value, label: countryName(locale, value) })).sort((a, b) =>
    a.label.localeCompare(b.label, locale),
  );
// Made once: sorting two hundred names costs more than a page.
const OPTIONS = { 'fr-CA': optionsIn('fr-CA'), 'en-CA': optionsIn('en-CA') };

/** A country's name in a language (CLDR, as Node has it), by its code of ISO 3166-1; it begins with a capital, as lists do. */
export function countryName(locale: Locale, code: string): string {
  const name = (KNOWN_SHORT.has(code) ? SHORT : LONG)[locale].of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

/** Every country, in order of name. */
export const countryOptions = (locale: Locale): readonly { value: string; label: string }[] =>
  OPTIONS[locale];
