import type { Recognitions } from '../../api/consultant/domain/answers.ts';
import type { RecognitionTexts } from '../i18n/recognitions/fr.ts';
import { calendarDay, count, type Language } from '../times/local-times.ts';

type Consultant = Recognitions['consultants'][number];

/** How a recognition stands, and until or since when; null where there is no date to tell. */
export function describeRecognition(
  { level, expiresOn, daysLeft }: Consultant,
  words: RecognitionTexts,
  language: Language,
): { level: string; when: string | null } {
  const standing = words.levels[level];
  if (expiresOn === null || daysLeft === null) return { level: standing, when: null };
  const day = calendarDay(expiresOn, language);
  return {
    level: standing,
    when: level === 'expired' ? words.since(day) : words.until(day, count(daysLeft, language)),
  };
}

/** What staff have to know of all of them together; null when there is nothing. */
export function describeAll(
  { takesQuebecMandates, consultants }: Recognitions,
  words: RecognitionTexts,
): string | null {
  if (!takesQuebecMandates) return words.noQuebec;
  const valid = consultants.some(({ level }) => level !== 'none' && level !== 'expired');
  return valid ? null : words.hidden;
}
