import { type Finding, stateOf } from './findings.ts';
import { en } from './i18n/en.ts';
import { type DoctorTexts, fr } from './i18n/fr.ts';

export type DoctorLanguage = 'fr' | 'en';

export const doctorTexts = (language: DoctorLanguage): DoctorTexts => (language === 'en' ? en : fr);

/** One line a finding, what to do under it, and a sum. */
export function readableFindings(findings: readonly Finding[], language: DoctorLanguage): string {
  const words = doctorTexts(language);
  const states = Math.max(...Object.values(words.states).map((word) => word.length));
  const names = Math.max(...Object.values(words.checks).map((word) => word.length));
  const lines = findings.flatMap((finding) => {
    const { found, advice } = words.findings[finding.code];
    const state = words.states[stateOf(finding)].padEnd(states);
    return [
      `${state}  ${words.checks[finding.check].padEnd(names)}  ${found(finding.about)}`,
      ...(advice === null ? [] : [`${' '.repeat(states + names + 4)}→ ${advice}`]),
    ];
  });
  const count = (state: 'ok' | 'warn' | 'fail') => findings.filter((one) => stateOf(one) === state).length;
  return [...lines, '', words.sum(count('ok'), count('warn'), count('fail'))].join('\n');
}
