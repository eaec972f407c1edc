import type { Core } from '@strapi/strapi';
import { applicationPart } from '../../../platform/application-part.ts';
import type { Envelopes } from '../../../platform/crypto/envelopes.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import type { Clock, Random } from '../../../platform/jobs/settings.ts';

/** What polls are run with. */
export interface PollSetting {
  strapi: Core.Strapi;
  jobs: Pick<Jobs, 'enqueue'>;
  clock: Clock;
  /** Chooses among equals; secrets are not made of it. */
  random: Random;
  envelopes: Envelopes;
  /** No poll is counted out before: what waited for a CMS that was away has had the time to arrive. */
  countNotBefore: Date;
}

const part = applicationPart<PollSetting>('polls');

/** Gives an application's polls their setting, once. */
export const setPolls = (setting: PollSetting): void => part.set(setting.strapi, setting);

/** The setting of an application's polls. */
export const pollsOf = part.of;
