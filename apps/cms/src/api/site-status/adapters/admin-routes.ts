import type { Core } from '@strapi/strapi';

const SIGNED_IN = { policies: ['admin::isAuthenticatedAdmin'] };
const INFO = { apiName: 'site-status' };

/**
 * Opens the routes to those who are signed in to the admin. They aren't in `routes/`, since Strapi makes
 * everything there part of the content API.
 */
export function registerSiteStatusRoutes(strapi: Core.Strapi): void {
  strapi.server.routes({
    type: 'admin',
    prefix: '/passerelle',
    routes: [
      { method: 'GET', path: '/site-status', handler: 'site-status.document', config: SIGNED_IN, info: INFO },
      {
        method: 'GET',
        path: '/publication',
        handler: 'site-status.publication',
        config: SIGNED_IN,
        info: INFO,
      },
    ],
  });
}
