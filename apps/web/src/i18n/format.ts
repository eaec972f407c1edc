import type { Locale, Organization } from '@passerelle/contracts';

const LIST: Record<Locale, Intl.ListFormat> = {
  'fr-CA': new Intl.ListFormat('fr-CA', { type: 'conjunction' }),
  'en-CA': new Intl.ListFormat('en-CA', { type: 'conjunction' }),
};

const NUMBER: Record<Locale, Intl.NumberFormat> = {
  'fr-CA': new Intl.NumberFormat('fr-CA'),
  'en-CA': new Intl.NumberFormat('en-CA'),
};

/** A whole number with its groups: `12 345`, `12,345`. */
export function numberText(locale: Locale, count: number): string {
  return NUMBER[locale].format(count);
}

/** Several names as one phrase: `A, B et C`. */
export function listOf(locale: Locale, names: readonly string[]): string {
  return LIST[locale].format(names);
}

const LANGUAGE_NAME: Record<Locale, Intl.DisplayNames> = {
  'fr-CA': new Intl.DisplayNames('fr-CA', { type: 'language' }),
  'en-CA': new Intl.DisplayNames('en-CA', { type: 'language' }),
};

/** Languages by their ISO 639 codes, as a phrase: `français, anglais et espagnol`. */
export function languagesText(locale: Locale, codes: readonly string[]): string {
  return listOf(
    locale,
    codes.map((code) => LANGUAGE_NAME[locale].of(code) ?? code),
  );
}

/** A North American number (E.164) as Québec writes it: `418 555-0142`, with its parts kept together. */
export function telephoneText(e164: string): string {
  return e164.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '$1\u00a0$2-$3');
}

/** A postal address on two lines. */
export function addressLines(locale: Locale, address: Organization['address']): [string, string] {
  const { street, city, province, postalCode } = address;
  const place = locale === 'fr-CA' ? `${city} (${province})` : `${city}, ${province}`;
  return [street, `${place} ${postalCode.replace(' ', '\u00a0')}`];
}

/** A Québec enterprise number in groups: `11 7654 3210`. */
export function neqText(neq: string): string {
  return neq.replace(/^(\d{2})(\d{4})(\d{4})$/, '$1\u00a0$2\u00a0$3');
}
