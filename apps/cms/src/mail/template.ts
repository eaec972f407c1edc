import type { Locale } from '@passerelle/contracts';
import type { Slots } from './compile.ts';

/** What a template makes of its data. */
export interface WrittenMail {
  /** On one line. */
  subject: string;
  heading: string;
  /** What a list of mails shows beside the subject. */
  preview: string;
  /** For the slots of the template's content. */
  slots: Slots;
  /** The plain-text part, without the sender. */
  text: string;
}

/** A kind of mail. */
export interface MailTemplate {
  /** MJML for the layout's column, with `{{slots}}` and nothing merged. */
  content(locale: Locale): string;
  /** Parses the data with the template's own schema, and throws when they are others. */
  write(data: unknown, locale: Locale): WrittenMail;
}
