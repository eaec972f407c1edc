import type { Core } from '@strapi/strapi';
import type { Jobs } from '../platform/jobs/jobs.ts';
import { deleteBounces } from './adapters/bounce-rows.ts';
import { collectFolder, forgetTaken } from './adapters/report-folder.ts';
import { collectMailbox } from './adapters/report-mailbox.ts';
import { registerMailgunHook } from './adapters/webhook-route.ts';
import { deleteWebhookTokens } from './adapters/webhook-token-rows.ts';
import type { MailboxAddress } from './domain/mailbox-address.ts';
import { createTaking, type SourceSetting } from './take-source.ts';
import { createMailboxWatch, type WatchSetting } from './watch-mailbox.ts';

/** Where reports about mails that came back are to be had; what is absent isn't looked at. */
export interface BounceSettings extends SourceSetting, Pick<WatchSetting, 'alarm'> {
  /** Absolute. */
  folder: string | undefined;
  mailbox: MailboxAddress | undefined;
  /** What Mailgun signs its messages with. */
  mailgunKey: string | undefined;
}

const TIME_ZONE = 'America/Toronto';
const EVERY_MINUTE = '* * * * *';
const NIGHTLY = '53 3 * * *';
const DAY_MS = 86_400_000;
/** Longer than failures count together, and than mails' contents are kept. */
const KEPT_DAYS = 400;

/** Has reports fetched by the minute, and forgotten in time. Before the jobs are started. */
export function registerBounces(settings: BounceSettings, jobs: Pick<Jobs, 'work' | 'schedule'>): void {
  const { strapi, folder, mailbox, mailgunKey, clock } = settings;
  if (mailgunKey !== undefined) registerMailgunHook(settings, mailgunKey);
  if (folder !== undefined) {
    everyMinute('bounces.folder', (signal) =>
      collect('folder', (take) => collectFolder(folder, { take, signal })),
    );
  }
  if (mailbox !== undefined) {
    const watch = createMailboxWatch(settings);
    everyMinute('bounces.mailbox', async (signal) => {
      let isReached = false;
      const reached = async () => {
        isReached = true;
        await watch.reached();
      };
      try {
        await collect('mailbox', (take) => collectMailbox(mailbox, { take, signal, reached }));
      } catch (error) {
        if (!isReached && !signal.aborted) await watch.failed(error);
        throw error;
      }
    });
  }
  jobs.work('bounces.purge', async () => {
    const now = clock().getTime();
    await purge(strapi, now);
    if (folder !== undefined) await forgetTaken(folder, now);
  });
  jobs.schedule({ name: 'bounces.purge', cron: NIGHTLY, timeZone: TIME_ZONE, payload: {} });

  function everyMinute(name: string, run: (signal: AbortSignal) => Promise<void>): void {
    jobs.work(name, ({ signal }) => run(signal));
    jobs.schedule({ name, cron: EVERY_MINUTE, timeZone: TIME_ZONE, payload: {} });
  }

  async function collect(
    source: 'folder' | 'mailbox',
    from: (take: ReturnType<typeof createTaking>['take']) => Promise<void>,
  ): Promise<void> {
    const { take, counts } = createTaking(settings, source);
    try {
      await from(take);
    } finally {
      if (counts.size > 0) {
        const words = [...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ');
        strapi.log.info(`bounces: from the ${source}: ${words}`);
      }
    }
  }
}

async function purge(strapi: Core.Strapi, now: number): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    await deleteBounces(trx, now - KEPT_DAYS * DAY_MS);
    await deleteWebhookTokens(trx, now - DAY_MS);
  });
}
