import { instantSchema, personRequestKindSchema, referenceSchema } from '@passerelle/contracts';
import { z } from 'zod';
import { referenceLine } from '../i18n/inquiry/texts.ts';
import { personRequestMailTexts } from '../i18n/person-request/texts.ts';
import { dayOf } from '../office-day.ts';
import type { MailTemplate } from '../template.ts';

const dataSchema = z.strictObject({
  reference: referenceSchema,
  kind: personRequestKindSchema,
  due: instantSchema,
  /** Until then. */
  days: z.int(),
  late: z.boolean(),
  /** Of the request in the admin. */
  url: z.url({ protocol: /^https?$/ }),
});

/** Reminds the privacy officer of a request that is still open: its reference and when it is due, nothing of a person. */
export const personRequestReminderTemplate: MailTemplate = {
  content(locale) {
    const { button } = personRequestMailTexts(locale).notice;
    return `
      <mj-text font-size="20px"><strong>{{reference}}</strong></mj-text>
      <mj-text padding-top="0">{{kind}}</mj-text>
      <mj-text>{{lead}}</mj-text>
      <mj-button href="{{url}}">${button}</mj-button>`;
  },

  write(data, locale) {
    const { reference, kind, due, days, late, url } = dataSchema.parse(data);
    const texts = personRequestMailTexts(locale);
    const { subject, heading, headingLate, lead, leadLate } = texts.reminder;
    const day = dayOf(locale, due);
    const [line, asked, words] = [
      referenceLine(locale, reference),
      texts.kinds[kind],
      late ? leadLate(day) : lead(days, day),
    ];
    return {
      subject: subject(reference),
      heading: late ? headingLate : heading,
      preview: words,
      slots: { reference: line, kind: asked, lead: words, url },
      text: [line, asked, '', words, '', url, ''].join('\n'),
    };
  },
};
