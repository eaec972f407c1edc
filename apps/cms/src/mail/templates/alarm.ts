import { instantSchema, type Locale } from '@passerelle/contracts';
import { z } from 'zod';
import { mailTexts, timeText } from '../i18n/texts.ts';
import { markup } from '../markup.ts';
import type { MailTemplate } from '../template.ts';

/** What needs a person. No content, no personal data. */
export const alarmSchema = z.object({
  code: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
  at: instantSchema,
  requestId: z.uuid().exactOptional(),
  form: z.string().max(40).exactOptional(),
  attempts: z.int().positive().exactOptional(),
});

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
    const title = wordsFor(texts.titles, alarm.code);
    const sentence = wordsFor(texts.sentences, alarm.code);
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
    [facts.reference, alarm.requestId],
    [facts.attempts, alarm.attempts?.toString()],
    [facts.code, alarm.code],
  ];
  return all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}

/** A code this mail has no words for is told as `other`: an alarm is never held back for that. */
function wordsFor(words: Readonly<Record<string, string>> & { other: string }, code: string): string {
  return Object.hasOwn(words, code) ? (words[code] ?? words.other) : words.other;
}
