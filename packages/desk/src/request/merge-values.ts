import type { InquiryDetail, MergeField } from '@passerelle/contracts';
import { textsOf } from '../i18n/texts.ts';
import { dayWords } from '../words/times.ts';

/** What a template's merge fields stand for in an answer to a request, in the visitor's language. */
export function mergeValues(detail: InquiryDetail): Partial<Record<MergeField, string>> {
  const { language, name, reference, programmeName, nextAction } = detail;
  const words = textsOf(language).detail;
  const day = nextAction?.day;
  return {
    salutation: words.salutation(name),
    nom: name,
    reference,
    ...(programmeName !== null && { programme: programmeName }),
    ...(nextAction !== null && {
      'prochaine-etape':
        day == null
          ? nextAction.text
          : words.stepOn(nextAction.text, dayWords(day, language === 'fr-CA' ? 'fr' : 'en')),
    }),
  };
}
