import type { Core } from '@strapi/strapi';

/**
 * Opens the recognitions to those who are signed in to the admin: the names are public. Not in `routes/`, since Strapi
 * makes everything there part of the content API.
 */
export function registerRecognitionRoutes(strapi: Core.Strapi): void {
  strapi.server.routes({
    type: 'admin',
    prefix: '/passerelle',
    routes: [
      {
        method: 'GET',
        path: '/recognitions',
        handler: 'recognitions.list',
        config: { policies: ['admin::isAuthenticatedAdmin'] },
        info: { apiName: 'consultant' },
      },
    ],
  });
}
