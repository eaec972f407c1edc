import { z } from 'zod';
import { inquiryMailTexts } from '../i18n/inquiry/texts.ts';
import type { MailTemplate } from '../template.ts';

const dataSchema = z.strictObject({
  /** Of the page that opens the draft, with its secret. */
  url: z.url({ protocol: /^https?$/ }),
});

/** Leads whoever asked for it back to a draft, on any device. */
export const inquiryContinueTemplate: MailTemplate = {
  content(locale) {
    const { lead, button, moves, expires, notYou } = inquiryMailTexts(locale).continue;
    return `
      <mj-text padding-top="0">${lead}</mj-text>
      <mj-button href="{{url}}">${button}</mj-button>
      <mj-text>${moves}</mj-text>
      <mj-text>${expires}</mj-text>
      <mj-text>${notYou}</mj-text>`;
  },

  write(data, locale) {
    const { url } = dataSchema.parse(data);
    const { subject, heading, lead, moves, expires, notYou } = inquiryMailTexts(locale).continue;
    return {
      subject,
      heading,
      preview: lead,
      slots: { url },
      text: [lead, '', url, '', moves, '', expires, notYou, ''].join('\n'),
    };
  },
};
