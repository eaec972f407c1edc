import type { Core } from '@strapi/strapi';
import { registerAdminRoutes } from '../../../platform/admin/routes.ts';

/** Opens the state of the site to those who are signed in to the admin. */
export function registerSiteStatusRoutes(strapi: Core.Strapi): void {
  registerAdminRoutes(strapi, 'site-status', [
    { method: 'GET', path: '/site-status', handler: 'site-status.document' },
    { method: 'GET', path: '/publication', handler: 'site-status.publication' },
  ]);
}
