import type { Core } from '@strapi/strapi';
import { registerAdminRoutes } from '../../../platform/admin/routes.ts';

/** Opens the desk of polls to those who are signed in to the admin; what each may do there is the controller's to ask. */
export function registerPollDeskRoutes(strapi: Core.Strapi): void {
  registerAdminRoutes(strapi, 'poll-desk', [
    { method: 'GET', path: '/polls/:documentId', handler: 'poll-desk.look' },
    { method: 'GET', path: '/polls/:documentId/export', handler: 'poll-desk.export' },
    { method: 'POST', path: '/polls/:documentId/close', handler: 'poll-desk.close' },
    { method: 'POST', path: '/polls/:documentId/extend', handler: 'poll-desk.extend' },
    { method: 'POST', path: '/polls/:documentId/reset', handler: 'poll-desk.reset' },
  ]);
}
