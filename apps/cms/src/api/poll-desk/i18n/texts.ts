import type { PollRefusal } from '../../poll/domain/answers.ts';
import type { DeskLanguage } from '../domain/requests.ts';
import { en } from './en.ts';
import { type DeskTexts, fr } from './fr.ts';

const languages: Readonly<Record<DeskLanguage, DeskTexts>> = { fr, en };

/** What the desk says in one language. */
export function deskTexts(language: DeskLanguage): DeskTexts {
  return languages[language];
}

/** Why an action is refused, in French then in English, as the CMS's other refusals. */
export function refusalSentence(code: PollRefusal): string {
  return `${fr.refusals[code]} / ${en.refusals[code]}`;
}
