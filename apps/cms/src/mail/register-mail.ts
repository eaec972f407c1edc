import { LOCALES, type Locale } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { LRUCache } from 'lru-cache';
import { createEnvelopes } from '../platform/crypto/envelopes.ts';
import type { Jobs } from '../platform/jobs/jobs.ts';
import { createMailbox, purgeMails } from '../platform/mailer/adapters/mailbox-files.ts';
import { createSmtp } from '../platform/mailer/adapters/smtp.ts';
import type { DkimKey } from '../platform/mailer/adapters/smtp-pool.ts';
import { createMailer } from '../platform/mailer/create-mailer.ts';
import type { Mailbox } from '../platform/mailer/domain/mailbox.ts';
import type { MailTransport, RaiseAlarm } from '../platform/mailer/mail.ts';
import { readSenderBlock } from './adapters/organization.ts';
import type { SenderBlock } from './sender-block.ts';
import { createTemplates } from './templates.ts';

interface MailSettings {
  SMTP_URL?: string | undefined;
  MAIL_FROM: Mailbox;
  MASTER_KEY: string;
  MASTER_KEYS_OLD: readonly string[];
  mailFolder: string;
  dkim: DkimKey | undefined;
}

/** How long who writes is kept, in milliseconds: reading it is a dozen statements, and mails come by hundreds. */
const SENDER_MS = 1_000;

const transports = new WeakMap<Core.Strapi, MailTransport>();

/** Sets up the mail of an application, before its jobs are started. Gives the ways into the outbox. */
export function registerMail(
  strapi: Core.Strapi,
  jobs: Jobs,
  { SMTP_URL, MAIL_FROM, MASTER_KEY, MASTER_KEYS_OLD, mailFolder, dkim }: MailSettings,
  alarm: RaiseAlarm,
): ReturnType<typeof createMailer> {
  const transport = SMTP_URL === undefined ? createMailbox(mailFolder) : createSmtp(SMTP_URL, { dkim });
  transports.set(strapi, transport);
  const senders = new LRUCache<Locale, SenderBlock>({
    ...{ max: LOCALES.length, ttl: SENDER_MS },
    fetchMethod: (locale) => readSenderBlock(strapi, locale),
  });
  return createMailer({
    connection: strapi.db.connection,
    jobs,
    envelopes: createEnvelopes(MASTER_KEY, MASTER_KEYS_OLD),
    templates: createTemplates((locale) => senders.forceFetch(locale)),
    transport,
    from: MAIL_FROM,
    alarm,
    log: (level, message) => strapi.log[level](message),
    purgeTransport: (before) => purgeMails(mailFolder, before),
  });
}

/** Ends the connections to the mail server. After the jobs have stopped. */
export function closeMail(strapi: Core.Strapi): void {
  transports.get(strapi)?.close();
}
