import type { Locale } from '../content/primitives.ts';

/** Addresses of the pages on which persons ask about what is kept of them. */

const FORM = {
  'fr-CA': '/renseignements-personnels/',
  'en-CA': '/en/personal-information/',
} as const satisfies Record<Locale, string>;
const SENT = { 'fr-CA': 'merci/', 'en-CA': 'thanks/' } as const satisfies Record<Locale, string>;
const CONFIRM = { 'fr-CA': 'confirmer/', 'en-CA': 'confirm/' } as const satisfies Record<Locale, string>;
const BUNDLE = { 'fr-CA': 'recevoir/', 'en-CA': 'receive/' } as const satisfies Record<Locale, string>;

/** Where a person asks. */
export function personRequestPath(locale: Locale): string {
  return FORM[locale];
}

/** Says to look for the mail; the same whoever asked. */
export function personRequestSentPath(locale: Locale): string {
  return `${FORM[locale]}${SENT[locale]}`;
}

/** Where the mailed link leads; asking for it changes nothing, posting from it does. */
export function personRequestConfirmPath(locale: Locale, token: string): string {
  return `${FORM[locale]}${CONFIRM[locale]}${token}/`;
}

/** Where the link of an answer leads, to fetch what is kept; asking for it gives nothing, posting from it does. */
export function personBundlePath(locale: Locale, token: string): string {
  return `${FORM[locale]}${BUNDLE[locale]}${token}/`;
}
