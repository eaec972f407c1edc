import type { Core } from '@strapi/strapi';

const ROUTES = [
  { method: 'GET', path: '', handler: 'campaign-desk.look' },
  { method: 'GET', path: '/preview', handler: 'campaign-desk.preview' },
  { method: 'GET', path: '/audience', handler: 'campaign-desk.audience' },
  { method: 'GET', path: '/checks', handler: 'campaign-desk.checks' },
  { method: 'POST', path: '/test', handler: 'campaign-desk.test' },
  { method: 'POST', path: '/issue', handler: 'campaign-desk.submit' },
] as const;

/**
 * Opens campaigns to those who are signed in to the admin; what each may do there is the controller's to ask. Not in
 * `routes/`, since Strapi makes everything there part of the content API.
 */
export function registerCampaignDesk(strapi: Core.Strapi): void {
  strapi.server.routes({
    type: 'admin',
    prefix: '/passerelle',
    routes: ROUTES.map(({ method, path, handler }) => ({
      method,
      path: `/newsletter/campaigns/:documentId${path}`,
      handler,
      config: { policies: ['admin::isAuthenticatedAdmin'] },
      info: { apiName: 'campaign-desk' },
    })),
  });
}
