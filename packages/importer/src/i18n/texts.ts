import type { Locale } from '@passerelle/contracts';
import { en } from './en.ts';
import { fr } from './fr.ts';

/** What every language of the report has: French is the measure. */
export type ReportTexts = typeof fr;

export const TEXTS: Readonly<Record<Locale, ReportTexts>> = { 'fr-CA': fr, 'en-CA': en };
