import type { DeskRefusal } from '@passerelle/contracts';
import { texts } from '../i18n/texts.ts';

/** Why something wasn't done at the desk; `failed` where nothing was answered. */
export type Refused = DeskRefusal | 'failed';

/** Says so. */
export function refusalSentence(refused: Refused): string {
  const { failed, refusals } = texts();
  return refused === 'failed' ? failed : refusals[refused];
}

/** What a form says of its outcome; null and `invalid` are the form's own to know. */
export function outcomeSentence(outcome: Refused | 'invalid' | null): string | null {
  return outcome === null || outcome === 'invalid' ? outcome : refusalSentence(outcome);
}
