import { en } from './en.ts';
import { type BundleTexts, fr } from './fr.ts';

const TEXTS: Readonly<Record<'fr' | 'en', BundleTexts>> = { fr, en };

/** What a bundle says of itself in one language. */
export const bundleTexts = (language: 'fr' | 'en'): BundleTexts => TEXTS[language];
