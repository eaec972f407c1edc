import type { Locale } from '@passerelle/contracts';
import type { MailContent, Templates } from '../platform/mailer/mail.ts';
import { compileMjml, fillSlots } from './compile.ts';
import { layoutMjml, layoutSlots, layoutText } from './layout.ts';
import type { SenderBlock } from './sender-block.ts';
import type { MailTemplate } from './template.ts';
import { alarmTemplate } from './templates/alarm.ts';
import { inquiryConfirmTemplate } from './templates/inquiry-confirm.ts';
import { inquiryContinueTemplate } from './templates/inquiry-continue.ts';
import { inquiryFilesTemplate } from './templates/inquiry-files.ts';
import { inquiryLateTemplate } from './templates/inquiry-late.ts';
import { inquiryNoticeTemplate } from './templates/inquiry-notice.ts';
import { inquiryReceivedTemplate } from './templates/inquiry-received.ts';
import { inquiryReplyTemplate } from './templates/inquiry-reply.ts';
import { newsletterAddressTemplate, newsletterConfirmTemplate } from './templates/newsletter-confirm.ts';
import { newsletterAlreadyTemplate, newsletterWelcomeTemplate } from './templates/newsletter-reader.ts';
import {
  personRequestAnsweredTemplate,
  personRequestErasedTemplate,
  personRequestExtendedTemplate,
  personRequestReceivedTemplate,
  personRequestRefusedTemplate,
} from './templates/person-request-answer.ts';
import { personRequestConfirmTemplate } from './templates/person-request-confirm.ts';
import { personRequestNoticeTemplate } from './templates/person-request-notice.ts';
import { personRequestReminderTemplate } from './templates/person-request-reminder.ts';

const TEMPLATES: Readonly<Record<string, MailTemplate>> = {
  alarm: alarmTemplate,
  'inquiry-confirm': inquiryConfirmTemplate,
  'inquiry-continue': inquiryContinueTemplate,
  'inquiry-files': inquiryFilesTemplate,
  'inquiry-late': inquiryLateTemplate,
  'inquiry-notice': inquiryNoticeTemplate,
  'inquiry-received': inquiryReceivedTemplate,
  'inquiry-reply': inquiryReplyTemplate,
  'newsletter-confirm': newsletterConfirmTemplate,
  'newsletter-address': newsletterAddressTemplate,
  'newsletter-welcome': newsletterWelcomeTemplate,
  'newsletter-already': newsletterAlreadyTemplate,
  'person-request-confirm': personRequestConfirmTemplate,
  'person-request-notice': personRequestNoticeTemplate,
  'person-request-reminder': personRequestReminderTemplate,
  'person-request-received': personRequestReceivedTemplate,
  'person-request-extended': personRequestExtendedTemplate,
  'person-request-answered': personRequestAnsweredTemplate,
  'person-request-refused': personRequestRefusedTemplate,
  'person-request-erased': personRequestErasedTemplate,
};

/** Their names, for pictures of each: those read the built file. @public */
export const MAIL_TEMPLATES: readonly string[] = Object.keys(TEMPLATES);

/**
 * Every kind of mail, each compiled when the first of it is sent.
 *
 * @param readSender who writes, asked for each mail.
 */
export function createTemplates(readSender: (locale: Locale) => Promise<SenderBlock>): Templates {
  const compiled = new Map<string, Promise<string>>();

  function compiledOf(name: string, template: MailTemplate, locale: Locale): Promise<string> {
    const key = `${name} ${locale}`;
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const compiling = compileMjml(layoutMjml(locale, template.content(locale)));
    compiled.set(key, compiling);
    return compiling;
  }

  return {
    subjectOf: ({ template, data, locale }) => templateOf(template).write(data, locale).subject,

    async render({ template: name, data, locale }: MailContent) {
      const template = templateOf(name);
      const { subject, heading, preview, slots, text } = template.write(data, locale);
      const sender = await readSender(locale);
      const html = fillSlots(await compiledOf(name, template, locale), {
        ...slots,
        ...layoutSlots({ subject, heading, preview }, sender),
      });
      return { subject, html, text: layoutText(locale, text, sender) };
    },
  };
}

function templateOf(name: string): MailTemplate {
  const template = Object.hasOwn(TEMPLATES, name) ? TEMPLATES[name] : undefined;
  if (template === undefined) throw new Error(`There is no mail template "${name}"`);
  return template;
}
