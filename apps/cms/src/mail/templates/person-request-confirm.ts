import { personRequestKindSchema } from '@passerelle/contracts';
import { z } from 'zod';
import { personRequestMailTexts } from '../i18n/person-request/texts.ts';
import type { MailTemplate } from '../template.ts';

const dataSchema = z.strictObject({
  kind: personRequestKindSchema,
  /** Of the page that confirms, with its secret. */
  url: z.url({ protocol: /^https?$/ }),
});

/** Asks whether an address is of the person who asked about their data. */
export const personRequestConfirmTemplate: MailTemplate = {
  content(locale) {
    const { lead, button, expires, notYou } = personRequestMailTexts(locale).confirm;
    return `
      <mj-text padding-top="0"><strong>{{kind}}</strong></mj-text>
      <mj-text>${lead}</mj-text>
      <mj-button href="{{url}}">${button}</mj-button>
      <mj-text>${expires}</mj-text>
      <mj-text>${notYou}</mj-text>`;
  },

  write(data, locale) {
    const { kind, url } = dataSchema.parse(data);
    const texts = personRequestMailTexts(locale);
    const { subject, heading, lead, expires, notYou } = texts.confirm;
    const asked = texts.kinds[kind];
    return {
      subject,
      heading,
      preview: lead,
      slots: { kind: asked, url },
      text: [asked, '', lead, '', url, '', expires, notYou, ''].join('\n'),
    };
  },
};
