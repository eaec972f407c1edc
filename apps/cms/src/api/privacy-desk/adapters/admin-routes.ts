import type { Core } from '@strapi/strapi';
import { registerAdminRoutes } from '../../../platform/admin/routes.ts';
import { PRIVACY_ACTIONS, type PrivacyAction } from '../domain/permissions.ts';

const ROUTES: readonly { method: 'GET' | 'POST'; path: string; handler: string; needs: PrivacyAction }[] = [
  { method: 'GET', path: '/requests', handler: 'list', needs: 'work' },
  { method: 'GET', path: '/requests/:id', handler: 'look', needs: 'work' },
  { method: 'GET', path: '/requests/:id/found', handler: 'found', needs: 'bundle' },
  { method: 'POST', path: '/requests/:id/close', handler: 'close', needs: 'work' },
  { method: 'POST', path: '/requests/:id/extend', handler: 'extend', needs: 'work' },
  { method: 'GET', path: '/counts', handler: 'counts', needs: 'work' },
  { method: 'GET', path: '/certificates', handler: 'certificates', needs: 'work' },
  { method: 'POST', path: '/bundle', handler: 'bundle', needs: 'bundle' },
  { method: 'POST', path: '/erase', handler: 'erase', needs: 'erase' },
];

/** Opens the register of requests to those who are signed in to the admin and whose role allows it. */
export function registerPrivacyRoutes(strapi: Core.Strapi): void {
  registerAdminRoutes(
    strapi,
    'privacy-desk',
    ROUTES.map(({ method, path, handler, needs }) => ({
      method,
      path: `/privacy${path}`,
      handler: `privacy-desk.${handler}`,
      actions: [PRIVACY_ACTIONS[needs]],
    })),
  );
}
