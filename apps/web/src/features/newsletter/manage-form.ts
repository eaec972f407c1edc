import {
  frequencySchema,
  localeSchema,
  type NewsletterPreferences,
  type NewsletterReader,
} from '@passerelle/contracts';
import { calendarDay } from '../../i18n/dates.ts';
import { listOf, textOf } from '../../submissions/sent-fields.ts';

type Reader = Extract<NewsletterReader, { state: 'reader' }>;

/** How long a pause may be asked for, in days. */
export const PAUSES = [14, 30, 90] as const;
const DAY_MS = 86_400_000;

/** What a visitor wants of the page: each of its forms has a button of that name. */
export type Wish = 'preferences' | 'address' | 'data' | 'erase';
const WISHES: readonly Wish[] = ['preferences', 'address', 'data', 'erase'];

export const wishOf = (form: FormData): Wish | null =>
  WISHES.find((wish) => wish === textOf(form, 'do')) ?? null;

/**
 * Reads preferences as they are handed over, without their token; null when they aren't ones this page offers.
 *
 * @param offered document ids of the topics and programmes there are.
 */
export function preferencesOf(
  form: FormData,
  offered: { topics: ReadonlySet<string>; programmes: ReadonlySet<string> },
  reader: Pick<Reader, 'pausedUntil'>,
  now: Date,
): Omit<NewsletterPreferences, 'token'> | null {
  const [topics, programmes] = [chosenOf(form, 'topics'), chosenOf(form, 'programmes')];
  const frequency = frequencySchema.safeParse(textOf(form, 'frequency'));
  const locale = localeSchema.safeParse(textOf(form, 'language'));
  const pausedUntil = pauseOf(textOf(form, 'pause'), reader, now);
  if (!frequency.success || !locale.success || pausedUntil === undefined) return null;
  if (topics.some((topic) => !offered.topics.has(topic))) return null;
  if (programmes.some((programme) => !offered.programmes.has(programme))) return null;
  return { topics, programmes, frequency: frequency.data, locale: locale.data, pausedUntil };
}

const chosenOf = (form: FormData, name: string): string[] => [...new Set(listOf(form, name))];

/** The day on which a pause ends; null for none, undefined for what isn't offered. */
function pauseOf(
  pause: string,
  { pausedUntil }: Pick<Reader, 'pausedUntil'>,
  now: Date,
): string | null | undefined {
  if (pause === 'none') return null;
  if (pause === 'keep') return pausedUntil === null ? null : calendarDay(pausedUntil);
  const days = PAUSES.find((offered) => String(offered) === pause);
  return days === undefined ? undefined : calendarDay(new Date(now.getTime() + days * DAY_MS).toISOString());
}

/** Whether the word that erases was typed: in any case, with any space around it. */
export const isTyped = (form: FormData, word: string): boolean =>
  textOf(form, 'word').trim().toUpperCase() === word;
