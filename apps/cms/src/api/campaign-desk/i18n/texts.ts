import type { CampaignRefusal } from '../domain/answers.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

/** Why something is refused, in French then in English, as the CMS's other refusals. */
export const campaignRefusalSentence = (code: CampaignRefusal): string =>
  `${fr.refusals[code]} / ${en.refusals[code]}`;

/** The same in the language of the admin. */
export const campaignRefusals = (language: 'fr' | 'en') => (language === 'en' ? en : fr).refusals;
