import { referenceSchema } from '@passerelle/contracts';
import { z } from 'zod';
import { inquiryMailTexts, referenceLine } from '../i18n/inquiry/texts.ts';
import type { MailTemplate } from '../template.ts';

const dataSchema = z.strictObject({
  reference: referenceSchema,
  /** Business days until it is usually answered. */
  days: z.int().positive(),
});

/** Tells a visitor that an inquiry has come, by which reference, and what happens next. */
export const inquiryReceivedTemplate: MailTemplate = {
  content(locale) {
    const { lead, nextTitle, reachTitle, reach, limitsTitle, limits } = inquiryMailTexts(locale).received;
    return `
      <mj-text font-size="20px"><strong>{{reference}}</strong></mj-text>
      <mj-text padding-top="0">${lead}</mj-text>
      <mj-text><strong>${nextTitle}</strong><br>{{next}}</mj-text>
      <mj-text><strong>${reachTitle}</strong><br>${reach}</mj-text>
      <mj-text><strong>${limitsTitle}</strong><br>${limits}</mj-text>`;
  },

  write(data, locale) {
    const { reference, days } = dataSchema.parse(data);
    const texts = inquiryMailTexts(locale).received;
    const next = texts.next(days);
    return {
      subject: texts.subject(reference),
      heading: texts.heading,
      preview: next,
      slots: { reference: referenceLine(locale, reference), next },
      text: [
        referenceLine(locale, reference),
        texts.lead,
        '',
        texts.nextTitle,
        next,
        '',
        texts.reachTitle,
        texts.reach,
        '',
        texts.limitsTitle,
        texts.limits,
        '',
      ].join('\n'),
    };
  },
};
