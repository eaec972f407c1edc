import type { Locale } from '@passerelle/contracts';
import { z } from 'zod';
import { alarmSchema } from '../../platform/alarm.ts';
import { mailTexts, timeText } from '../i18n/texts.ts';
import { markup } from '../markup.ts';
import type { MailTemplate } from '../template.ts';

const dataSchema = alarmSchema.extend({
  /** Where the admin is. */
  adminUrl: z.url({ protocol: /^https?$/ }),
});

/** Tells whoever runs the site that something needs a person. */
export const alarmTemplate: MailTemplate = {
  content(locale) {
    const { lead, where, whereToLook, more, button } = mailTexts(locale).alarm;
    return `
      <mj-text padding-top="0">${lead}</mj-text>
      <mj-text>{{sentence}}</mj-text>
      <mj-table>{{facts}}</mj-table>
      <mj-text padding-top="16px"><strong>${where}</strong><br>${whereToLook}</mj-text>
      <mj-text>${more}</mj-text>
      <mj-button href="{{adminUrl}}">${button}</mj-button>`;
  },

  write(data, locale) {
    const alarm = dataSchema.parse(data);
    const texts = mailTexts(locale).alarm;
    const title = texts.titles[alarm.code];
    const sentence = texts.sentences[alarm.code];
    const facts = factsOf(alarm, locale);
    const rows = facts.map(
      ([name, value]) =>
        markup`<tr style="border-bottom:1px solid #dbcfbd"><th scope="row" style="padding:8px 16px 8px 0;text-align:left;vertical-align:top;white-space:nowrap;font-weight:400;color:#4d5b5e">${name}</th><td style="padding:8px 0;vertical-align:top;word-break:break-word">${value}</td></tr>`,
    );
    return {
      subject: texts.subject(title),
      heading: title.charAt(0).toLocaleUpperCase(locale) + title.slice(1),
      preview: sentence,
      slots: { sentence, facts: markup`${rows}`, adminUrl: alarm.adminUrl },
      text: [
        texts.lead,
        '',
        sentence,
        '',
        ...facts.map(([name, value]) =>
          locale === 'fr-CA' ? `${name}\u00a0: ${value}` : `${name}: ${value}`,
        ),
        '',
        texts.whereToLook,
        texts.more,
        '',
        alarm.adminUrl,
        '',
      ].join('\n'),
    };
  },
};

function factsOf(alarm: z.infer<typeof dataSchema>, locale: Locale): [name: string, value: string][] {
  const { facts } = mailTexts(locale).alarm;
  const all: [string, string | undefined][] = [
    [facts.when, timeText(locale, new Date(alarm.at))],
    [facts.form, alarm.form],
    [facts.reference, alarm.requestId ?? alarm.reference],
    [facts.attempts, alarm.attempts?.toString()],
    [facts.daysLeft, alarm.daysLeft?.toString()],
    [facts.document, alarm.documentId],
    [facts.issue, alarm.issue],
    [facts.problem, alarm.problem],
    [facts.code, alarm.code],
  ];
  return all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}
