import type { Poll } from '@passerelle/contracts';
import { messages } from '../../i18n/index.ts';

/** What is wrong with the options a visitor chose. */
export type ChoiceFault = 'none' | 'few' | 'many' | 'unknown';

/** Holds choices against the poll as it is published now; null when they may be sent. The CMS decides again. */
export function choiceFault({ options, min, max }: Poll, choices: readonly string[]): ChoiceFault | null {
  const offered = new Set(options.map(({ key }) => key));
  const chosen = new Set(choices);
  if (chosen.size === 0) return 'none';
  if (choices.some((choice) => !offered.has(choice)) || chosen.size < choices.length) return 'unknown';
  if (chosen.size < min) return 'few';
  return chosen.size > max ? 'many' : null;
}

export function faultWords({ locale, min, max }: Poll, fault: ChoiceFault): string {
  const t = messages(locale).polls.faults;
  switch (fault) {
    case 'few':
      return t.few(min);
    case 'many':
      return t.many(max);
    case 'none':
    case 'unknown':
      return t[fault];
    default:
      return fault satisfies never;
  }
}
