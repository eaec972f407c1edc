import type { Poll } from '@passerelle/contracts';
import { clockTime, longDate } from '../../i18n/dates.ts';
import { messages } from '../../i18n/index.ts';

/** An instant as a poll tells it: the day and the time in Québec. */
export function pollMoment(locale: Poll['locale'], instant: string): string {
  return messages(locale).polls.moment(longDate(locale, instant), clockTime(locale, instant));
}

/** How many answers a ballot holds, as the line above the options. */
export function selectionWords({ locale, selection, min, max }: Poll): string {
  const t = messages(locale).polls;
  return selection === 'single' ? t.single : t.multiple(min, max);
}

/** When the poll opens, ends or has ended; null where that isn't known, as long as a closed poll is being counted out. */
export function timeWords({ locale, state, opensAt, closesAt, final }: Poll): string | null {
  const t = messages(locale).polls;
  const moment = (at: string | null | undefined, words: (moment: string) => string) =>
    at ? words(pollMoment(locale, at)) : null;
  switch (state) {
    case 'upcoming':
      return moment(opensAt, t.opens);
    case 'open':
      return moment(closesAt, t.closes);
    case 'closed':
      return moment(final?.closedAt, t.closed);
    default:
      return state satisfies never;
  }
}
