import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { type PollSetting, setPolls } from './poll-setting.ts';
import { registerScrub } from './scrub.ts';
import { registerTick } from './tick.ts';

/** Has an application run polls. Before its jobs are started. */
export function registerPolls(setting: PollSetting & { jobs: Jobs }): void {
  setPolls(setting);
  registerTick(setting, setting.jobs);
  registerScrub(setting.strapi.db.connection, setting.jobs);
}
