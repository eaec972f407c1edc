import { referenceSchema } from '@passerelle/contracts';
import { z } from 'zod';
import { inquiryMailTexts, referenceLine } from '../i18n/inquiry/texts.ts';
import type { MailTemplate } from '../template.ts';

const dataSchema = z.strictObject({
  reference: referenceSchema,
  /** Of the page that takes files, with its secret. */
  url: z.url({ protocol: /^https?$/ }),
  /** How many files may come. */
  most: z.int().positive(),
});

/** Asks a visitor for files (I9). */
export const inquiryFilesTemplate: MailTemplate = {
  content(locale) {
    const { lead, button, expires, safety } = inquiryMailTexts(locale).files;
    return `
      <mj-text font-size="20px"><strong>{{reference}}</strong></mj-text>
      <mj-text padding-top="0">${lead}</mj-text>
      <mj-text>{{kinds}}</mj-text>
      <mj-button href="{{url}}">${button}</mj-button>
      <mj-text>${expires}</mj-text>
      <mj-text>${safety}</mj-text>`;
  },

  write(data, locale) {
    const { reference, url, most } = dataSchema.parse(data);
    const texts = inquiryMailTexts(locale).files;
    const [line, kinds] = [referenceLine(locale, reference), texts.kinds(most)];
    return {
      subject: texts.subject(reference),
      heading: texts.heading,
      preview: texts.lead,
      slots: { reference: line, kinds, url },
      text: [line, texts.lead, '', kinds, '', url, '', texts.expires, texts.safety, ''].join('\n'),
    };
  },
};
