import { referenceSchema } from '@passerelle/contracts';
import { z } from 'zod';
import { inquiryMailTexts, referenceLine } from '../i18n/inquiry/texts.ts';
import type { MailTemplate } from '../template.ts';

const dataSchema = z.strictObject({
  reference: referenceSchema,
  /** Of the inquiry in the admin. */
  url: z.url({ protocol: /^https?$/ }),
});

/** Tells staff that an inquiry has come (I14): its reference and where it is, nothing of a person. */
export const inquiryNoticeTemplate: MailTemplate = {
  content(locale) {
    const { lead, button } = inquiryMailTexts(locale).notice;
    return `
      <mj-text font-size="20px"><strong>{{reference}}</strong></mj-text>
      <mj-text padding-top="0">${lead}</mj-text>
      <mj-button href="{{url}}">${button}</mj-button>`;
  },

  write(data, locale) {
    const { reference, url } = dataSchema.parse(data);
    const { subject, heading, lead } = inquiryMailTexts(locale).notice;
    const line = referenceLine(locale, reference);
    return {
      subject: subject(reference),
      heading,
      preview: lead,
      slots: { reference: line, url },
      text: [line, '', lead, '', url, ''].join('\n'),
    };
  },
};
