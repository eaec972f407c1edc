import { language } from '../i18n/texts.ts';
import { uncertainEn } from '../i18n/uncertain-en.ts';
import { type UncertainTexts, uncertainFr } from '../i18n/uncertain-fr.ts';

/** The screen's texts in the language the admin is shown in. */
export const uncertainTexts = (): UncertainTexts => (language() === 'en' ? uncertainEn : uncertainFr);
