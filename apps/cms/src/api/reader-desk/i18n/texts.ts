import { en } from './en.ts';
import { fr, type ReaderDeskTexts } from './fr.ts';

const TEXTS: Readonly<Record<'fr' | 'en', ReaderDeskTexts>> = { fr, en };

/** What the readers' desk says in one language. */
export const readerDeskTexts = (language: 'fr' | 'en'): ReaderDeskTexts => TEXTS[language];
