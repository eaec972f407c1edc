import type { PrivacyRefusal } from '@passerelle/contracts';
import { en } from './en.ts';
import { fr, type PrivacyDeskTexts } from './fr.ts';

const TEXTS: Readonly<Record<'fr' | 'en', PrivacyDeskTexts>> = { fr, en };

/** What the register says in one language. */
export const privacyDeskTexts = (language: 'fr' | 'en'): PrivacyDeskTexts => TEXTS[language];

/** Why something isn't done, in French then in English, as the CMS's other refusals. */
export function privacyRefusalSentence(code: PrivacyRefusal): string {
  return `${fr.refusals[code]} / ${en.refusals[code]}`;
}
