import { applicationPart } from '../platform/application-part.ts';
import type { CampaignWork } from './campaign-work.ts';

const part = applicationPart<CampaignWork>('campaigns');

/** Gives an application its campaigns, once. */
export const setCampaigns = part.set;

/** The campaigns of an application. */
export const campaignsOf = part.of;
