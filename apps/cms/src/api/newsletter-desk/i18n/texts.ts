import type { IssueRefusal } from '../domain/answers.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

/** What Strapi stores once, in the newsroom's first language. */
export const { category, actions, role } = fr;

/** Why an action is refused, in French then in English, as the CMS's other refusals. */
export function issueRefusalSentence(code: IssueRefusal): string {
  return `${fr.refusals[code]} / ${en.refusals[code]}`;
}

/** The same in the language of the admin. */
export const issueRefusals = (language: 'fr' | 'en') => (language === 'en' ? en : fr).refusals;
