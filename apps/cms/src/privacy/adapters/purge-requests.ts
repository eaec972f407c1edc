import type { Jobs } from '../../platform/jobs/jobs.ts';
import { CLOSED_KEPT_MS, CONFIRM_MS } from '../domain/clock.ts';
import type { PrivacySetting } from './privacy-setting.ts';
import { deleteOld } from './request-rows.ts';

const NIGHTLY = {
  name: 'person-request.purge',
  cron: '53 3 * * *',
  timeZone: 'America/Toronto',
  payload: {},
};

/** Forgets requests that were never confirmed, and those that were closed long ago. */
async function purgeRequests({ strapi, clock }: Pick<PrivacySetting, 'strapi' | 'clock'>): Promise<void> {
  const now = clock().getTime();
  const limits = { receivedBefore: now - CONFIRM_MS, closedBefore: now - CLOSED_KEPT_MS };
  const deleted = await strapi.db.transaction(({ trx }) => deleteOld(trx, limits));
  strapi.log.info(`${deleted} requests of persons were forgotten`);
}

/** Has that done every night. Before the jobs are started. */
export function registerRequestPurge(setting: PrivacySetting, jobs: Pick<Jobs, 'work' | 'schedule'>): void {
  jobs.work(NIGHTLY.name, () => purgeRequests(setting));
  jobs.schedule(NIGHTLY);
}
