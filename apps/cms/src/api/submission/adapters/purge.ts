import type { Core } from '@strapi/strapi';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import type { Clock } from '../../../platform/jobs/settings.ts';
import { purgeKeys } from './submission-rows.ts';

const NIGHTLY = { name: 'submissions.purge', cron: '41 3 * * *', timeZone: 'America/Toronto', payload: {} };

/** Has the keys of old submissions forgotten every night. Before the jobs are started. */
export function registerSubmissionPurge(
  strapi: Core.Strapi,
  jobs: Pick<Jobs, 'work' | 'schedule'>,
  clock: Clock,
): void {
  jobs.work(NIGHTLY.name, ({ signal }) => purgeKeys(strapi, clock(), signal));
  jobs.schedule(NIGHTLY);
}
