import type { Locale, ToldConsent } from '@passerelle/contracts';
import type { RecordedConsent } from './consent-event.ts';
import type { ShownWording } from './shown-wording.ts';

/** A consent as its person is told of it: with the words that were shown, without who of the staff acted. */
export function toldConsent(
  { kind, purpose, wording, locale, page, formVersion, actor, detail, at }: RecordedConsent,
  wordingOf: (version: string, locale: Locale) => ShownWording | null,
): ToldConsent {
  const shown = wording === null ? null : wordingOf(wording, locale);
  return {
    ...{ kind, purpose, wording },
    label: shown?.label ?? null,
    text: shown?.text ?? null,
    ...{ locale, page, formVersion },
    actor: actor === 'visitor' || actor === 'system' ? actor : 'staff',
    detail,
    at: at.toISOString(),
  };
}
