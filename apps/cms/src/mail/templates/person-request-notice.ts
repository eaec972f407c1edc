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
  /** Of the admin. */
  url: z.url({ protocol: /^https?$/ }),
});

/** Tells staff that a person asked about their data: the reference, what is asked, until when; nothing of a person. */
export const personRequestNoticeTemplate: MailTemplate = {
  content(locale) {
    const { button } = personRequestMailTexts(locale).notice;
    return `
      <mj-text font-size="20px"><strong>{{reference}}</strong></mj-text>
      <mj-text padding-top="0">{{kind}}</mj-text>
      <mj-text>{{lead}}</mj-text>
      <mj-button href="{{url}}">${button}</mj-button>`;
  },

  write(data, locale) {
    const { reference, kind, due, url } = dataSchema.parse(data);
    const texts = personRequestMailTexts(locale);
    const { subject, heading, lead } = texts.notice;
    const [line, asked, words] = [
      referenceLine(locale, reference),
      texts.kinds[kind],
      lead(dayOf(locale, due)),
    ];
    return {
      subject: subject(reference),
      heading,
      preview: words,
      slots: { reference: line, kind: asked, lead: words, url },
      text: [line, asked, '', words, '', url, ''].join('\n'),
    };
  },
};
