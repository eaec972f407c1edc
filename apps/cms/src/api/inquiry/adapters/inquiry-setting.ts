import type { Locale } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { applicationPart } from '../../../platform/application-part.ts';
import type { PersonalRecords } from '../../../platform/crypto/personal-records.ts';
import type { Transaction } from '../../../platform/jobs/database.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import type { Clock } from '../../../platform/jobs/settings.ts';
import type { SendMail, Templates } from '../../../platform/mailer/mail.ts';
import type { WebhookEvent } from '../../../webhooks/domain/webhook-event.ts';
import type { DeskSetting } from '../domain/desk-setting.ts';
import type { RandomInt } from '../domain/reference.ts';
import type { AtHand } from './act.ts';

/** Somebody who wrote to us would like the newsletter. */
export interface NewsletterWish {
  email: string;
  locale: Locale;
  wording: string;
  /** The collection notice that was shown. */
  notice: string;
  page: string;
  formVersion: string;
  at: Date;
}

/** What inquiries are worked with. */
export interface InquirySetting {
  strapi: Core.Strapi;
  jobs: Pick<Jobs, 'enqueue'>;
  sendMail: SendMail;
  /** A mail in words, without sending it. */
  renderMail: Templates['render'];
  records: PersonalRecords;
  clock: Clock;
  randomInt: RandomInt;
  /** A random UUID. */
  newId: () => string;
  /** 256 random bits, base64url. */
  newToken: () => string;
  readSetting: () => Promise<DeskSetting>;
  /** Asks whoever ticked its box to confirm the newsletter, with what the ledger is to know of it. */
  askNewsletter: (transaction: Transaction, wish: NewsletterWish) => Promise<void>;
  /** Has a visitor send files, and gives the address of their page: the only place where its secret is. */
  openInvitation: (setting: InquirySetting, atHand: AtHand, most: number) => Promise<string>;
  /** Tells other systems of what happens, once it has. Absent: nobody is told. */
  announce?: ((transaction: Transaction, event: WebhookEvent) => Promise<void>) | undefined;
  /** Addresses without a trailing slash. */
  siteUrl: string;
  cmsUrl: string;
  /** Whom staff's notices go to, unless it is the organization's own address. */
  noticeEmail: string | undefined;
}

const part = applicationPart<InquirySetting>('inquiries');

/** Gives an application what its inquiries are worked with, once. */
export const setInquiries = (setting: InquirySetting): void => part.set(setting.strapi, setting);

/** What the application's inquiries are worked with. */
export const inquirySettingOf = part.of;
