import type { Locale } from '@passerelle/contracts';
import { en } from './en.ts';
import { fr, type InquiryMailTexts } from './fr.ts';

const TEXTS: Readonly<Record<Locale, InquiryMailTexts>> = { 'fr-CA': fr, 'en-CA': en };

/** The texts of a language. */
export const inquiryMailTexts = (locale: Locale): InquiryMailTexts => TEXTS[locale];

/** `Référence : K7M-4QX-9`, spaced as the language does. */
export function referenceLine(locale: Locale, reference: string): string {
  const name = TEXTS[locale].reference;
  return locale === 'fr-CA' ? `${name}\u00a0: ${reference}` : `${name}: ${reference}`;
}
