import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { CONFIRM_MS, LINK_MS } from '../domain/tokens.ts';
import type { NewsletterSetting } from './newsletter-setting.ts';
import { deleteStale } from './subscriber-rows.ts';
import { deleteTokens, retireOrphans } from './token-rows.ts';

const NIGHTLY = { name: 'newsletter.purge', cron: '47 3 * * *', timeZone: 'America/Toronto', payload: {} };

/** How long a link that has expired is still known as such. */
const KNOWN_MS = 30 * 86_400_000;

/** How long an address that came without evidence of a consent is kept, for the evidence to be found. */
const UNPROVEN_MS = 365 * 86_400_000;

/** Forgets who never confirmed, who ended long ago, and links that are past their use. */
async function purgeSubscribers({
  strapi,
  clock,
}: Pick<NewsletterSetting, 'strapi' | 'clock'>): Promise<void> {
  const now = clock().getTime();
  const { pending, ended, unproven } = await strapi.db.transaction(async ({ trx }) => {
    const stale = await deleteStale(trx, {
      askedBefore: now - CONFIRM_MS,
      endedBefore: now - LINK_MS,
      importedBefore: now - UNPROVEN_MS,
      now,
    });
    await retireOrphans(trx, now + LINK_MS);
    await deleteTokens(trx, now - KNOWN_MS);
    return stale;
  });
  strapi.log.info(
    `newsletter: ${pending} who never confirmed, ${ended} who ended and ${unproven} without evidence were forgotten`,
  );
}

/** Has that done every night. Before the jobs are started. */
export function registerSubscriberPurge(
  setting: NewsletterSetting,
  jobs: Pick<Jobs, 'work' | 'schedule'>,
): void {
  jobs.work(NIGHTLY.name, () => purgeSubscribers(setting));
  jobs.schedule(NIGHTLY);
}
