import type { Locale } from '@passerelle/contracts';
import { newsletterEn } from './newsletter-en.ts';
import { type NewsletterTexts, newsletterFr } from './newsletter-fr.ts';

const TEXTS: Readonly<Record<Locale, NewsletterTexts>> = { 'fr-CA': newsletterFr, 'en-CA': newsletterEn };

/** The texts of mails about the newsletter, in a language. */
export const newsletterTexts = (locale: Locale): NewsletterTexts => TEXTS[locale];
