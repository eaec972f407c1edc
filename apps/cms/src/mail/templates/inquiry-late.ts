import { referenceSchema } from '@passerelle/contracts';
import { z } from 'zod';
import { inquiryMailTexts } from '../i18n/inquiry/texts.ts';
import { markup } from '../markup.ts';
import type { MailTemplate } from '../template.ts';

/** How many are named. */
export const MOST_NAMED = 20;

const dataSchema = z.strictObject({
  references: z.array(referenceSchema).min(1).max(MOST_NAMED),
  /** Of those that aren't named. */
  more: z.int().nonnegative(),
  url: z.url({ protocol: /^https?$/ }),
});

/** Tells staff which inquiries have waited for longer than promised (I7): references alone. */
export const inquiryLateTemplate: MailTemplate = {
  content(locale) {
    const { lead, button } = inquiryMailTexts(locale).late;
    return `
      <mj-text padding-top="0">${lead}</mj-text>
      <mj-text><strong>{{references}}</strong></mj-text>
      <mj-text>{{more}}</mj-text>
      <mj-button href="{{url}}">${button}</mj-button>`;
  },

  write(data, locale) {
    const { references, more, url } = dataSchema.parse(data);
    const texts = inquiryMailTexts(locale).late;
    const left = more === 0 ? '' : texts.more(more);
    return {
      subject: texts.subject(references.length + more),
      heading: texts.heading,
      preview: texts.lead,
      slots: { references: markup`${references.map((one) => markup`${one}<br>`)}`, more: left, url },
      text: [texts.lead, '', ...references, left, '', url, ''].join('\n'),
    };
  },
};
