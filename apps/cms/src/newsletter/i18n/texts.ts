import type { Locale } from '@passerelle/contracts';
import { en } from './en.ts';
import { fr, type NewsletterTexts } from './fr.ts';

const TEXTS: Readonly<Record<Locale, NewsletterTexts>> = { 'fr-CA': fr, 'en-CA': en };

/** The texts of a language. */
export const newsletterTexts = (locale: Locale): NewsletterTexts => TEXTS[locale];
