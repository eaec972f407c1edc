import { z } from 'zod';
import { newsletterTexts } from '../i18n/newsletter.ts';
import type { MailTemplate } from '../template.ts';

const dataSchema = z.strictObject({
  /** Where it is confirmed. */
  url: z.url({ protocol: /^https?$/ }),
});

/** Asks for one click, which alone does what the words say. */
function confirmationTemplate(which: 'confirm' | 'address'): MailTemplate {
  return {
    content(locale) {
      const texts = newsletterTexts(locale);
      const { lead, button, expiry, ignore } = texts[which];
      return `
      <mj-text padding-top="0">${lead}</mj-text>
      <mj-button href="{{url}}">${button}</mj-button>
      <mj-text>${expiry}</mj-text>
      <mj-text css-class="soft" font-size="14px">${texts.linkFallback}<br>{{url}}</mj-text>
      <mj-text>${ignore}</mj-text>`;
    },

    write(data, locale) {
      const { url } = dataSchema.parse(data);
      const { subject, heading, preview, lead, button, expiry, ignore } = newsletterTexts(locale)[which];
      const colon = locale === 'fr-CA' ? '\u00a0:' : ':';
      return {
        ...{ subject, heading, preview },
        slots: { url },
        text: [lead, '', `${button}${colon}`, url, '', expiry, ignore, ''].join('\n'),
      };
    },
  };
}

/** Of a subscription (L2). */
export const newsletterConfirmTemplate = confirmationTemplate('confirm');

/** Of another address of a reader (L9). */
export const newsletterAddressTemplate = confirmationTemplate('address');
