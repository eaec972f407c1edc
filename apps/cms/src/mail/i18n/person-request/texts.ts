import type { Locale } from '@passerelle/contracts';
import { en } from './en.ts';
import { fr, type PersonRequestMailTexts } from './fr.ts';

const TEXTS: Readonly<Record<Locale, PersonRequestMailTexts>> = { 'fr-CA': fr, 'en-CA': en };

/** The texts of a language. */
export const personRequestMailTexts = (locale: Locale): PersonRequestMailTexts => TEXTS[locale];
