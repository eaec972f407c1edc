import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { registerForms } from '../../submission/adapters/forms.ts';
import { type PollSetting, setPolls } from './poll-setting.ts';
import { registerScrub } from './scrub.ts';
import { registerTick } from './tick.ts';
import { createVoteHandler } from './vote-handler.ts';

/** Has an application run polls and take votes. Before its jobs are started. */
export function registerPolls(setting: PollSetting & { jobs: Jobs }): void {
  setPolls(setting);
  registerForms(setting.strapi, { vote: createVoteHandler(setting) });
  registerTick(setting, setting.jobs);
  registerScrub(setting.strapi.db.connection, setting.jobs);
}
