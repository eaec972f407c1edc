import type { Core } from '@strapi/strapi';
import type { CampaignWork } from './campaign-work.ts';

const works = new WeakMap<Core.Strapi, CampaignWork>();

/** Gives an application its campaigns, once. */
export function setCampaigns(strapi: Core.Strapi, work: CampaignWork): void {
  works.set(strapi, work);
}

/** The campaigns of an application. */
export function campaignsOf(strapi: Core.Strapi): CampaignWork {
  const work = works.get(strapi);
  if (work === undefined) throw new Error('Campaigns were asked for before the application was registered');
  return work;
}
