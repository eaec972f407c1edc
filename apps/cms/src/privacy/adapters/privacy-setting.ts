import type { Core } from '@strapi/strapi';
import { applicationPart } from '../../platform/application-part.ts';
import type { Envelopes } from '../../platform/crypto/envelopes.ts';
import type { PersonalRecords } from '../../platform/crypto/personal-records.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { Clock } from '../../platform/jobs/settings.ts';
import type { SendMail } from '../../platform/mailer/mail.ts';

/** What requests of persons are worked with. */
export interface PrivacySetting {
  strapi: Core.Strapi;
  jobs: Pick<Jobs, 'enqueue'>;
  sendMail: SendMail;
  records: PersonalRecords;
  /** Open the outbox. */
  envelopes: Envelopes;
  clock: Clock;
  /** A whole number from 0 up to but excluding `limit`, from a secure source. */
  randomInt: (limit: number) => number;
  /** A random UUID. */
  newId: () => string;
  /** 256 random bits, base64url. */
  newToken: () => string;
  /** Addresses without a trailing slash. */
  siteUrl: string;
  cmsUrl: string;
  /** Whom staff's notices go to, unless it is the organization's own address. */
  noticeEmail: string | undefined;
  /** Of the local mailbox; absolute. */
  mailFolder: string;
}

const part = applicationPart<PrivacySetting>('requests of persons');

/** Gives an application what requests of persons are worked with, once. */
export const setPrivacy = (setting: PrivacySetting): void => part.set(setting.strapi, setting);

/** What the application's requests of persons are worked with. */
export const privacyOf = part.of;
