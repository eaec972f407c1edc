import type { Core } from '@strapi/strapi';
import { registerAdminRoutes } from '../../../platform/admin/routes.ts';

const CAMPAIGN = '/newsletter/campaigns/:documentId';

/** Opens campaigns to those who are signed in to the admin; what each may do there is the controller's to ask. */
export function registerCampaignDesk(strapi: Core.Strapi): void {
  registerAdminRoutes(strapi, 'campaign-desk', [
    { method: 'GET', path: CAMPAIGN, handler: 'campaign-desk.look' },
    { method: 'GET', path: `${CAMPAIGN}/preview`, handler: 'campaign-desk.preview' },
    { method: 'GET', path: `${CAMPAIGN}/audience`, handler: 'campaign-desk.audience' },
    { method: 'GET', path: `${CAMPAIGN}/checks`, handler: 'campaign-desk.checks' },
    { method: 'POST', path: `${CAMPAIGN}/test`, handler: 'campaign-desk.test' },
    { method: 'POST', path: `${CAMPAIGN}/issue`, handler: 'campaign-desk.submit' },
  ]);
}
