import type { Core } from '@strapi/strapi';
import { DESK_ACTIONS, type DeskAction } from '../domain/permissions.ts';

const ROUTES: readonly { method: 'GET' | 'POST'; path: string; handler: string; needs: DeskAction }[] = [
  { method: 'GET', path: '', handler: 'list', needs: 'read' },
  { method: 'POST', path: '/search', handler: 'search', needs: 'read' },
  { method: 'GET', path: '/counts', handler: 'counts', needs: 'read' },
  { method: 'GET', path: '/people', handler: 'people', needs: 'read' },
  { method: 'GET', path: '/report', handler: 'report', needs: 'read' },
  { method: 'GET', path: '/purge', handler: 'purges', needs: 'hold' },
  { method: 'POST', path: '/export', handler: 'export', needs: 'export' },
  { method: 'GET', path: '/:id', handler: 'look', needs: 'read' },
  { method: 'POST', path: '/:id/transition', handler: 'transition', needs: 'work' },
  { method: 'POST', path: '/:id/details', handler: 'details', needs: 'work' },
  { method: 'POST', path: '/:id/notes', handler: 'note', needs: 'work' },
  { method: 'POST', path: '/:id/replies', handler: 'reply', needs: 'work' },
  { method: 'POST', path: '/:id/replies/:reply/decision', handler: 'decide', needs: 'approve' },
  { method: 'POST', path: '/:id/hold', handler: 'hold', needs: 'hold' },
];

/**
 * Opens the desk of inquiries to those who are signed in to the admin and whose role allows it. Not in `routes/`, since
 * Strapi makes everything there part of the content API.
 */
export function registerInquiryDeskRoutes(strapi: Core.Strapi): void {
  strapi.server.routes({
    type: 'admin',
    prefix: '/passerelle',
    routes: ROUTES.map(({ method, path, handler, needs }) => ({
      method,
      path: `/inquiries${path}`,
      handler: `inquiry-desk.${handler}`,
      config: {
        policies: [
          'admin::isAuthenticatedAdmin',
          // Whoever changes an inquiry is answered with it, and so needs to read it.
          {
            name: 'admin::hasPermissions',
            config: { actions: [...new Set([DESK_ACTIONS.read, DESK_ACTIONS[needs]])] },
          },
        ],
      },
      info: { apiName: 'inquiry-desk' },
    })),
  });
}
