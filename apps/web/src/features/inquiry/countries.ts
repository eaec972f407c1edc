import type { Locale } from '@passerelle/contracts';
import { COUNTRY_CODES } from './domain/telephone.ts';

const NAMES: Record<Locale, Intl.DisplayNames> = {
  'fr-CA': new Intl.DisplayNames('fr-CA', { type: 'region' }),
  'en-CA': new Intl.DisplayNames('en-CA', { type: 'region' }),
};

const optionsIn = (locale: Locale) =>
  COUNTRY_CODES.map((value) => ({ value, label: countryName(locale, value) })).sort((a, b) =>
    a.label.localeCompare(b.label, locale),
  );
// Made once: sorting two hundred names costs more than a page.
const OPTIONS = { 'fr-CA': optionsIn('fr-CA'), 'en-CA': optionsIn('en-CA') };

/** A country's name in a language (CLDR, as Node has it), by its code of ISO 3166-1. */
export function countryName(locale: Locale, code: string): string {
  return NAMES[locale].of(code) ?? code;
}

/** Every country, in order of name. */
export const countryOptions = (locale: Locale): readonly { value: string; label: string }[] =>
  OPTIONS[locale];
