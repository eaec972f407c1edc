import type { Language } from '../times/local-times.ts';
import { en } from './en.ts';
import { fr, type Texts } from './fr.ts';

/** The language the admin is shown in now. Strapi keeps it on the page; it knows no others than these. */
export function language(): Language {
  return document.documentElement.lang.startsWith('en') ? 'en' : 'fr';
}

/** Our texts in that language. */
export function texts(): Texts {
  return language() === 'en' ? en : fr;
}
