import type { Locale } from '@passerelle/contracts';
import { en } from './en.ts';
import { fr, type Messages } from './fr.ts';

const MESSAGES: Record<Locale, Messages> = { 'fr-CA': fr, 'en-CA': en };

/** Every text of the site for a visitor, in one language. */
export function messages(locale: Locale): Messages {
  return MESSAGES[locale];
}
export type { Messages };
