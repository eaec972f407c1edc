import { en } from './en.ts';
import { type EvidenceTexts, fr } from './fr.ts';

const TEXTS: Readonly<Record<'fr' | 'en', EvidenceTexts>> = { fr, en };

/** What the evidence says of itself in one language. */
export const evidenceTexts = (language: 'fr' | 'en'): EvidenceTexts => TEXTS[language];
