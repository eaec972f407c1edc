import { z } from 'zod';
import { newsletterTexts } from '../i18n/newsletter.ts';
import type { MailTemplate } from '../template.ts';

const urlSchema = z.url({ protocol: /^https?$/ });
const dataSchema = z.strictObject({ manageUrl: urlSchema, unsubscribeUrl: urlSchema });

/** Tells a reader how things stand, and where they are changed and ended. */
function readerTemplate(which: 'welcome' | 'already'): MailTemplate {
  return {
    content(locale) {
      const { manage, why, unsubscribe, ...texts } = newsletterTexts(locale);
      return `
      <mj-text padding-top="0">${texts[which].lead}</mj-text>
      <mj-button href="{{manageUrl}}">${manage}</mj-button>
      <mj-text css-class="soft" font-size="14px">${why}<br><a href="{{unsubscribeUrl}}">${unsubscribe}</a></mj-text>`;
    },

    write(data, locale) {
      const { manageUrl, unsubscribeUrl } = dataSchema.parse(data);
      const { manage, why, unsubscribe, ...texts } = newsletterTexts(locale);
      const { subject, heading, preview, lead } = texts[which];
      const colon = locale === 'fr-CA' ? '\u00a0:' : ':';
      return {
        ...{ subject, heading, preview },
        slots: { manageUrl, unsubscribeUrl },
        text: [
          ...[lead, '', `${manage}${colon}`, manageUrl, ''],
          ...[why, `${unsubscribe}${colon}`, unsubscribeUrl, ''],
        ].join('\n'),
      };
    },
  };
}

/** After a confirmation. */
export const newsletterWelcomeTemplate = readerTemplate('welcome');

/** When somebody subscribes an address that reads already. */
export const newsletterAlreadyTemplate = readerTemplate('already');
