import type { DeskRefusal } from '@passerelle/contracts';
import { en } from './en.ts';
import { fr, type InquiryDeskTexts } from './fr.ts';

const TEXTS: Readonly<Record<'fr' | 'en', InquiryDeskTexts>> = { fr, en };

/** What the desk says in one language. */
export const inquiryDeskTexts = (language: 'fr' | 'en'): InquiryDeskTexts => TEXTS[language];

/** Why something isn't done, in French then in English, as the CMS's other refusals. */
export function deskRefusalSentence(code: DeskRefusal): string {
  return `${fr.refusals[code]} / ${en.refusals[code]}`;
}

/** How a course names an account that is gone, in French then in English: courses are read in both. */
export const departedActor = (id: number): string => `#${id} (${fr.departed} / ${en.departed})`;
