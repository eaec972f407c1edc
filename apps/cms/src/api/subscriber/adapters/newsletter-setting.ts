import type { Core } from '@strapi/strapi';
import { applicationPart } from '../../../platform/application-part.ts';
import type { PersonalRecords } from '../../../platform/crypto/personal-records.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import type { Clock } from '../../../platform/jobs/settings.ts';
import type { SendMail, SendMails } from '../../../platform/mailer/mail.ts';

/** What the newsletter's readers are looked after with. */
export interface NewsletterSetting {
  strapi: Core.Strapi;
  clock: Clock;
  records: PersonalRecords;
  jobs: Pick<Jobs, 'enqueue'>;
  sendMail: SendMail;
  sendMails: SendMails;
  /** A random UUID. */
  newId: () => string;
  /** 256 random bits in base64url. */
  newToken: () => string;
  /** Of the site, without a trailing slash. */
  siteUrl: string;
  /** Where a mail ends a subscription too; null where nobody reads such mails. */
  unsubscribeAddress: string | null;
}

const part = applicationPart<NewsletterSetting>('newsletter');

/** Gives an application's newsletter its setting, once. */
export const setNewsletter = (setting: NewsletterSetting): void => part.set(setting.strapi, setting);

/** The setting of an application's newsletter. */
export const newsletterOf = part.of;
