import { randomUUID } from 'node:crypto';
import { newsPath } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { readSenderBlock } from '../mail/adapters/organization.ts';
import type { Jobs } from '../platform/jobs/jobs.ts';
import { createMailboxPool } from '../platform/mailer/adapters/mailbox-pool.ts';
import { createSmtpPool, type DkimKey } from '../platform/mailer/adapters/smtp-pool.ts';
import type { Mailbox } from '../platform/mailer/domain/mailbox.ts';
import { readArticleWords, readPublicArticles } from './adapters/published-articles.ts';
import { offersQuebec } from './adapters/quebec-offer.ts';
import { askToArchive, registerArchive } from './archive-issue.ts';
import { type CampaignSetting, createCampaignWork } from './campaign-work.ts';
import { registerDigests } from './digest-schedules.ts';
import { createDigestTest, setDigestTest } from './digest-test.ts';
import { createMessageIds } from './message-id.ts';
import { createCampaigns } from './open-campaign.ts';
import { createDigests } from './open-digest.ts';
import type { Rates } from './pace.ts';
import type { Readers } from './readers.ts';
import { setCampaigns } from './running-campaigns.ts';
import { createTestSender } from './send-test.ts';
import { createSender, type Sender, type SenderAlarm } from './sender.ts';
import { createDigestWriter } from './write-digest.ts';

interface NewsletterSettings {
  /** The mail server; without one issues are files of `mailFolder`. */
  smtpUrl?: string | undefined;
  /** Absolute. */
  mailFolder: string;
  from: Mailbox;
  /** The form of the address that reports come back to, where that isn't `from`. */
  returnPath?: string | undefined;
  /** Public address of the site, without a trailing slash. */
  siteUrl: string;
  masterKey: string;
  /** An address that unsubscribes whoever writes to it. */
  unsubscribeAddress?: string | undefined;
  dkim?: DkimKey | undefined;
  rates: Rates;
  connections: number;
  readers: Readers;
  countReaders: CampaignSetting['countReaders'];
  alarm: SenderAlarm;
  /** Whether a person must approve each digest before it goes. */
  needsApproval: () => Promise<boolean>;
}

/**
 * Sets up the newsletter of an application, before its jobs are started. The sender is to be started with the jobs, and
 * stopped before the database is closed; its connections end with it.
 */
export function registerNewsletterSender(
  strapi: Core.Strapi,
  jobs: Pick<Jobs, 'work' | 'schedule' | 'enqueue'>,
  settings: NewsletterSettings,
): Sender {
  const { connection } = strapi.db;
  const { siteUrl, connections, dkim } = settings;
  const clock = () => new Date();
  const pool =
    settings.smtpUrl === undefined
      ? createMailboxPool(settings.mailFolder)
      : createSmtpPool(settings.smtpUrl, { connections, dkim });

  async function readSenders() {
    const [french, english] = [
      await readSenderBlock(strapi, 'fr-CA'),
      await readSenderBlock(strapi, 'en-CA'),
    ];
    return (locale: 'fr-CA' | 'en-CA') => (locale === 'fr-CA' ? french : english);
  }

  async function openWords(articles: readonly string[]) {
    return createDigestWriter({
      wordsOf: await readArticleWords(strapi, articles, siteUrl),
      newsUrl: (locale) => siteUrl + newsPath(locale),
      senderOf: await readSenders(),
    });
  }

  const openDigest = createDigests({
    connection,
    clock,
    readArticles: () => readPublicArticles(strapi),
    readSenders,
    openWords,
  });
  const openCampaign = createCampaigns({
    connection,
    offersQuebec: () => offersQuebec(strapi, clock()),
  });
  const host = new URL(siteUrl).hostname;

  const sender = createSender({
    ...settings,
    connection,
    pool,
    openEdition: (issue) => (issue.kind === 'campaign' ? openCampaign(issue) : openDigest(issue)),
    messageIdOf: createMessageIds(settings.masterKey, host),
    onFinished: (transaction, issue) => askToArchive(jobs, transaction, issue),
    log: (level, message, error) =>
      strapi.log[level](error instanceof Error ? `${message}: ${error.name}` : message),
    clock,
    random: Math.random,
    holder: randomUUID(),
    leaseSeconds: 30,
    pollSeconds: 5,
    troubleMs: 1000,
    drainSeconds: 10,
  });
  registerArchive(strapi, jobs);
  registerDigests({ connection, jobs, clock, needsApproval: settings.needsApproval, wake: sender.wake });
  const sendTest = createTestSender({ pool, source: settings, host, newId: randomUUID, clock });
  setDigestTest(strapi, createDigestTest({ strapi, clock, siteUrl, openWords, sendTest }));
  setCampaigns(
    strapi,
    createCampaignWork({
      strapi,
      clock,
      siteUrl,
      countReaders: settings.countReaders,
      sendTest,
      wake: sender.wake,
    }),
  );
  return {
    ...sender,
    async stop() {
      await sender.stop();
      pool.close();
    },
  };
}
