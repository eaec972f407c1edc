import { type CountryCode, getCountries, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** Islands that are dialled apart, and have no code of their own in ISO 3166-1. */
const DIALLED_ONLY = new Set(['AC', 'TA']);

/** Countries and territories where people live and telephone, by their codes (ISO 3166-1 alpha-2, and XK). */
export const COUNTRY_CODES: readonly CountryCode[] = getCountries().filter((code) => !DIALLED_ONLY.has(code));

export const isCountry = (code: string): code is CountryCode => COUNTRY_CODES.some((one) => one === code);

/** A number that can be dialled: for machines (E.164) and as it is written for people abroad. */
export interface Telephone {
  e164: string;
  written: string;
}

/**
 * Reads a telephone number. Without a country code it is one of the country that the visitor lives in, or else of
 * Canada. Undefined when it can be none.
 */
export function telephoneOf(typed: string, country: string): Telephone | undefined {
  const homes: CountryCode[] = isCountry(country) ? [country, 'CA'] : ['CA'];
  for (const home of homes) {
    const number = parsePhoneNumberFromString(typed, home);
    if (number?.isPossible() && /^\+[1-9]\d{6,14}$/.test(number.number))
      return { e164: number.number, written: number.formatInternational() };
  }
  return undefined;
}
