import { instantSchema, type Locale, personRequestKindSchema, referenceSchema } from '@passerelle/contracts';
import { z } from 'zod';
import { referenceLine } from '../i18n/inquiry/texts.ts';
import { personRequestMailTexts } from '../i18n/person-request/texts.ts';
import { Markup, markup } from '../markup.ts';
import { dayOf } from '../office-day.ts';
import type { MailTemplate, WrittenMail } from '../template.ts';

/** What persons are told of their requests. */

const about = { reference: referenceSchema, kind: personRequestKindSchema };
const receivedSchema = z.strictObject({ ...about, due: instantSchema });
const extendedSchema = z.strictObject({ ...about, due: instantSchema, reason: z.string() });
const answeredSchema = z.strictObject({
  ...about,
  answer: z.string(),
  /** Of the page that gives what is kept, with its secret; null where nothing is to be fetched. */
  url: z.url({ protocol: /^https?$/ }).nullable(),
});
const refusedSchema = z.strictObject({ ...about, provision: z.string(), reason: z.string() });
const erasedSchema = z.strictObject(about);

/** What staff wrote, as text: each line by itself. */
const linesOf = (text: string): Markup =>
  markup`${text.split('\n').map((line, index) => (index === 0 ? markup`${line}` : markup`<br>${line}`))}`;

/** A mail of paragraphs below its reference. `quoted` is what staff wrote. */
function letter(
  locale: Locale,
  { reference, kind }: { reference: string; kind: z.infer<typeof personRequestKindSchema> },
  words: { subject: (reference: string) => string; heading: string },
  { before, quoted, after }: { before: string; quoted?: string; after?: string },
): WrittenMail {
  const line = referenceLine(locale, reference);
  const asked = personRequestMailTexts(locale).kinds[kind];
  const parts = [line, asked, '', before, '', quoted ?? '', '', after ?? '', ''];
  return {
    subject: words.subject(reference),
    heading: words.heading,
    preview: before,
    slots: {
      reference: line,
      kind: asked,
      before,
      ...(quoted === undefined ? {} : { quoted: linesOf(quoted) }),
      ...(after === undefined ? {} : { after }),
    },
    text: parts.filter((part, index) => part !== '' || parts[index - 1] !== '').join('\n'),
  };
}

/** The paragraphs of a letter, those that it has. */
const letterMjml = (...more: ('quoted' | 'after' | 'fetch')[]): string => `
      <mj-text padding-top="0"><strong>{{reference}}</strong><br>{{kind}}</mj-text>
      ${['before', ...more].map((slot) => `<mj-text>{{${slot}}}</mj-text>`).join('')}`;

/** Says that a request is in the register. */
export const personRequestReceivedTemplate: MailTemplate = {
  content: (locale) => `${letterMjml()}
      <mj-text>${personRequestMailTexts(locale).received.questions}</mj-text>`,

  write(data, locale) {
    const parsed = receivedSchema.parse(data);
    const texts = personRequestMailTexts(locale).received;
    const written = letter(locale, parsed, texts, { before: texts.lead(dayOf(locale, parsed.due)) });
    return { ...written, text: `${written.text}${texts.questions}\n` };
  },
};

/** Says that a request is answered later than it was to be. */
export const personRequestExtendedTemplate: MailTemplate = {
  content: (locale) => `${letterMjml('quoted')}
      <mj-text>${personRequestMailTexts(locale).extended.recourse}</mj-text>`,

  write(data, locale) {
    const parsed = extendedSchema.parse(data);
    const texts = personRequestMailTexts(locale).extended;
    const words = { before: texts.lead(dayOf(locale, parsed.due)), quoted: parsed.reason };
    const written = letter(locale, parsed, texts, words);
    return { ...written, text: `${written.text}${texts.recourse}\n` };
  },
};

/** Answers a request, with the way to what is kept where that was asked for. */
export const personRequestAnsweredTemplate: MailTemplate = {
  content: (locale) => `${letterMjml('quoted', 'fetch')}
      <mj-text>${personRequestMailTexts(locale).refused.recourse}</mj-text>`,

  write(data, locale) {
    const { answer, url, ...parsed } = answeredSchema.parse(data);
    const texts = personRequestMailTexts(locale);
    const { lead, fetch, button } = texts.answered;
    const after = url === null ? '' : `${fetch}\n\n${url}`;
    const written = letter(locale, parsed, texts.answered, { before: lead, quoted: answer, after });
    const { after: _, ...slots } = written.slots;
    const link = url === null ? new Markup('') : markup`${fetch}<br><br><a href="${url}">${button}</a>`;
    return {
      ...written,
      slots: { ...slots, fetch: link },
      text: `${written.text}${texts.refused.recourse}\n`,
    };
  },
};

/** Refuses a request, with the provision, why, and where to turn: RLRQ c. P-39.1, art. 34. */
export const personRequestRefusedTemplate: MailTemplate = {
  content: (locale) => `${letterMjml('quoted', 'after')}
      <mj-text>${personRequestMailTexts(locale).refused.recourse}</mj-text>`,

  write(data, locale) {
    const texts = personRequestMailTexts(locale).refused;
    const { provision, reason, ...request } = refusedSchema.parse(data);
    const quoted = [texts.provision(provision), texts.reason, reason].join('\n');
    const words = { before: texts.lead, quoted, after: texts.help };
    const written = letter(locale, request, texts, words);
    return { ...written, text: `${written.text}${texts.recourse}\n` };
  },
};

/** Says that everything was erased. */
export const personRequestErasedTemplate: MailTemplate = {
  content: (locale) => `${letterMjml('after')}
      <mj-text>${personRequestMailTexts(locale).erased.last}</mj-text>`,

  write(data, locale) {
    const texts = personRequestMailTexts(locale).erased;
    const words = { before: texts.lead, after: texts.left };
    const written = letter(locale, erasedSchema.parse(data), texts, words);
    return { ...written, text: `${written.text}${texts.last}\n` };
  },
};
