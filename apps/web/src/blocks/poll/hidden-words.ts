import type { Poll } from '@passerelle/contracts';
import { messages } from '../../i18n/index.ts';
import type { HiddenBecause } from './shown-results.ts';

/** Says why results aren't shown, and when they will be. */
export function hiddenWords({ locale, minVotesToShow }: Poll, because: HiddenBecause): string {
  const t = messages(locale).polls.results.hidden;
  return because === 'too-few' ? t['too-few'](minVotesToShow) : t[because];
}
