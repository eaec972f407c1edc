import type { Locale } from '@passerelle/contracts';
import type { Transaction } from '../jobs/database.ts';
import type { JobPayload } from '../jobs/jobs.ts';
import type { Delivery } from './domain/delivery.ts';
import type { Mailbox } from './domain/mailbox.ts';
import type { Unsubscribe } from './domain/unsubscribe.ts';

/** What a mail says, before a template makes words of it. */
export interface MailContent {
  /** Name of a template. */
  template: string;
  locale: Locale;
  /** What the template merges; it parses this with its own schema. */
  data: JobPayload;
}

/** A mail to be put into the outbox. */
export interface Mail extends MailContent {
  to: Mailbox;
  /** How its reader ends what it is part of; mail that answers a person has none. */
  unsubscribe?: Unsubscribe | undefined;
  /** Two mails of one key are one: the second is not put into the outbox. None by default. */
  key?: string;
}

/**
 * Puts a mail into the outbox: it exists when the transaction commits, and not at all when it is rolled back.
 * It is sent later, once, by the job `mail.send`.
 *
 * @returns the mail's id, also when its key was there already.
 * @throws {MailRefused} when its address, names, subject or way to end it can't be put into a header.
 */
export type SendMail = (transaction: Transaction, mail: Mail) => Promise<string>;

/** Puts mails into the outbox like `SendMail`, with as many statements for a hundred as for one. Gives their ids. */
export type SendMails = (transaction: Transaction, mails: readonly Mail[]) => Promise<string[]>;

/** A mail in words. */
export interface RenderedMail {
  /** On one line. */
  subject: string;
  html: string;
  text: string;
}

/** The templates, as the mailer knows them. Both throw when the template isn't known or its data are wrong. */
export interface Templates {
  subjectOf(content: MailContent): string;
  render(content: MailContent): Promise<RenderedMail>;
}

/** A mail ready to be handed over. */
export interface Message extends RenderedMail {
  id: string;
  template: string;
  /** When it was asked for; its `Date`. */
  at: Date;
  /** RFC 5322 `Message-ID`, with its angle brackets. */
  messageId: string;
  from: Mailbox;
  to: Mailbox;
  unsubscribe?: Unsubscribe | undefined;
}

/** Where mail goes: a server, or files. */
export interface MailTransport {
  /**
   * Hands a message over.
   *
   * @param beforeContent is called before the first byte of the content leaves; nothing leaves when it rejects.
   *   A transport that can't leave a message half handed over need not call it.
   */
  deliver(
    message: Message,
    run: { beforeContent: () => Promise<void>; signal: AbortSignal },
  ): Promise<Delivery>;
  close(): void;
}

/** Tells a person that something needs one. */
export type RaiseAlarm = (alarm: {
  code: 'mail-uncertain' | 'mail-given-up';
  /** When, ISO 8601 in UTC. */
  at: string;
  attempts: number;
}) => Promise<void>;

/** Is told what happens to mails, by their ids. Never an address, a name or a word of them. */
export type MailLog = (level: 'info' | 'warn' | 'error', message: string) => void;
