import { en } from './en.ts';
import { fr, type Messages } from './fr.ts';

/** Each language in the order people are shown them. */
const LANGUAGES = [fr, en] as const satisfies readonly Messages[];

export type RuleCode = keyof Messages['rules'];
export type ProblemWord = keyof Messages['problems'];

/** A rule's sentence, in French then in English: the admin shows an error's message as it comes. */
export function ruleSentence(code: RuleCode): string {
  return LANGUAGES.map((language) => language.rules[code]).join(' / ');
}

/** `Titre : est trop long / Title: is too long`, with the place inside the field where it has one. */
export function problemSentence(path: readonly PropertyKey[], word: ProblemWord): string {
  const [field, ...rest] = path.map((part) => (typeof part === 'number' ? String(part + 1) : String(part)));
  const inside = rest.length === 0 ? '' : ` (${rest.join(' › ')})`;
  const name = (language: Messages) =>
    Object.entries(language.fields).find(([key]) => key === field)?.[1] ?? field ?? '';
  return `${name(fr)}${inside}\u00a0: ${fr.problems[word]} / ${name(en)}${inside}: ${en.problems[word]}`;
}
