import type { Core } from '@strapi/strapi';

const ROUTES = [
  { method: 'GET', path: '/polls/:documentId', handler: 'poll-desk.look' },
  { method: 'GET', path: '/polls/:documentId/export', handler: 'poll-desk.export' },
  { method: 'POST', path: '/polls/:documentId/close', handler: 'poll-desk.close' },
  { method: 'POST', path: '/polls/:documentId/extend', handler: 'poll-desk.extend' },
  { method: 'POST', path: '/polls/:documentId/reset', handler: 'poll-desk.reset' },
] as const;

/**
 * Opens the desk of polls to those who are signed in to the admin; what each may do there is the controller's to
 * ask. They aren't in `routes/`, since Strapi makes everything there part of the content API.
 */
export function registerPollDeskRoutes(strapi: Core.Strapi): void {
  strapi.server.routes({
    type: 'admin',
    prefix: '/passerelle',
    routes: ROUTES.map((route) => ({
      ...route,
      config: { policies: ['admin::isAuthenticatedAdmin'] },
      info: { apiName: 'poll-desk' },
    })),
  });
}
