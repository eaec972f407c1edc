import { z } from 'zod';
import { inquiryMailTexts } from '../i18n/inquiry/texts.ts';
import type { MailTemplate } from '../template.ts';

const dataSchema = z.strictObject({
  /** Of the page that confirms, with its secret. */
  url: z.url({ protocol: /^https?$/ }),
});

/** Asks a visitor whether an inquiry is meant, where the browser could prove nothing. */
export const inquiryConfirmTemplate: MailTemplate = {
  content(locale) {
    const { lead, button, expires, notYou } = inquiryMailTexts(locale).confirm;
    return `
      <mj-text padding-top="0">${lead}</mj-text>
      <mj-button href="{{url}}">${button}</mj-button>
      <mj-text>${expires}</mj-text>
      <mj-text>${notYou}</mj-text>`;
  },

  write(data, locale) {
    const { url } = dataSchema.parse(data);
    const { subject, heading, lead, expires, notYou } = inquiryMailTexts(locale).confirm;
    return {
      subject,
      heading,
      preview: lead,
      slots: { url },
      text: [lead, '', url, '', expires, notYou, ''].join('\n'),
    };
  },
};
