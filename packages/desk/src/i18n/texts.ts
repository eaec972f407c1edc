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
