import type { Core } from '@strapi/strapi';
import { registerAdminRoutes } from '../../../platform/admin/routes.ts';

/** Opens the recognitions to those who are signed in to the admin: the names are public. */
export function registerRecognitionRoutes(strapi: Core.Strapi): void {
  registerAdminRoutes(strapi, 'consultant', [
    { method: 'GET', path: '/recognitions', handler: 'recognitions.list' },
  ]);
}
