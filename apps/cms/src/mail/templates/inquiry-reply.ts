import { type Locale, referenceSchema, replyKindSchema } from '@passerelle/contracts';
import { z } from 'zod';
import { inquiryMailTexts, referenceLine } from '../i18n/inquiry/texts.ts';
import { markup } from '../markup.ts';
import type { MailTemplate } from '../template.ts';

const dataSchema = z.strictObject({
  reference: referenceSchema,
  kind: replyKindSchema,
  subject: z.string().min(1).max(150),
  /** Plain text; an empty line ends a paragraph. */
  body: z.string().min(1),
  /** Who wrote it. */
  signedBy: z.string(),
  /** Invites to send files: the page that takes them, with its secret, and how many. */
  files: z
    .strictObject({ url: z.url({ protocol: /^https?$/ }), most: z.int().positive() })
    .nullable()
    .default(null),
});

/** A person's answer to an inquiry. */
export const inquiryReplyTemplate: MailTemplate = {
  content(locale) {
    const { signOff, noContract } = inquiryMailTexts(locale).reply;
    return `
      <mj-text padding-top="0">{{body}}{{files}}</mj-text>
      <mj-text>${signOff}<br>{{signedBy}}</mj-text>
      <mj-text font-size="14px">{{reference}}<br>{{kind}} ${noContract}</mj-text>`;
  },

  write(data, locale) {
    const { reference, kind, subject, body, signedBy, files } = dataSchema.parse(data);
    const texts = inquiryMailTexts(locale).reply;
    const paragraphs = body.split(/\r?\n\s*\n/).map((paragraph) => paragraph.split(/\r?\n/));
    const html = paragraphs.map((lines) => {
      const broken = lines.map((line, index) => (index === 0 ? markup`${line}` : markup`<br>${line}`));
      return markup`<p style="margin:0 0 12px">${broken}</p>`;
    });
    const invitation = files === null ? null : invitationOf(files, locale);
    const line = referenceLine(locale, reference);
    return {
      subject: texts.subject(subject, reference),
      heading: subject,
      preview: line,
      slots: {
        body: markup`${html}`,
        files: invitation?.html ?? markup``,
        signedBy,
        reference: line,
        kind: texts.kinds[kind],
      },
      text: [
        body,
        '',
        ...(invitation?.lines ?? []),
        texts.signOff,
        signedBy,
        '',
        line,
        `${texts.kinds[kind]} ${texts.noContract}`,
        '',
      ].join('\n'),
    };
  },
};

/** What asks for files below an answer, for both parts of the mail. */
function invitationOf({ url, most }: { url: string; most: number }, locale: Locale) {
  const { lead, kinds, button, expires, safety } = inquiryMailTexts(locale).files;
  const link = markup`<a href="${url}"><strong>${button}</strong></a>`;
  const paragraphs = [markup`${lead}`, markup`${kinds(most)}`, link, markup`${expires} ${safety}`];
  return {
    html: markup`${paragraphs.map((one) => markup`<p style="margin:0 0 12px">${one}</p>`)}`,
    lines: [lead, '', kinds(most), '', url, '', expires, safety, ''],
  };
}
