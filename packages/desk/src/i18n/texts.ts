import type { Locale } from '@passerelle/contracts';
import { en } from './en.ts';
import { fr, type Texts } from './fr.ts';

export type Language = 'fr' | 'en';

/** The language the admin is shown in now. Strapi keeps it on the page. */
export function language(): Language {
  return document.documentElement.lang.startsWith('en') ? 'en' : 'fr';
}

/** The desk's texts in that language. */
export function texts(): Texts {
  return language() === 'en' ? en : fr;
}

/** The texts in a visitor's language, for what the visitor will read. */
export function textsOf(locale: Locale): Texts {
  return locale === 'fr-CA' ? fr : en;
}
