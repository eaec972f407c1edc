import type { Core } from '@strapi/strapi';
import { registerAdminRoutes } from '../../../platform/admin/routes.ts';
import { DESK_ACTIONS, type DeskAction } from '../domain/permissions.ts';

const ROUTES: readonly { method: 'GET' | 'POST'; path: string; handler: string; needs: DeskAction }[] = [
  { method: 'GET', path: '', handler: 'inquiry-desk.list', needs: 'read' },
  { method: 'POST', path: '/search', handler: 'inquiry-desk.search', needs: 'read' },
  { method: 'GET', path: '/counts', handler: 'inquiry-desk.counts', needs: 'read' },
  { method: 'GET', path: '/people', handler: 'inquiry-desk.people', needs: 'read' },
  { method: 'GET', path: '/report', handler: 'inquiry-desk.report', needs: 'read' },
  { method: 'GET', path: '/purge', handler: 'inquiry-desk.purges', needs: 'hold' },
  { method: 'GET', path: '/templates', handler: 'inquiry-desk.templates', needs: 'work' },
  { method: 'GET', path: '/views', handler: 'desk-views.list', needs: 'read' },
  { method: 'POST', path: '/views', handler: 'desk-views.save', needs: 'read' },
  { method: 'POST', path: '/views/:view', handler: 'desk-views.change', needs: 'read' },
  { method: 'POST', path: '/views/:view/removal', handler: 'desk-views.remove', needs: 'read' },
  { method: 'POST', path: '/export', handler: 'inquiry-desk.export', needs: 'export' },
  { method: 'GET', path: '/:id', handler: 'inquiry-desk.look', needs: 'read' },
  { method: 'POST', path: '/:id/transition', handler: 'inquiry-desk.transition', needs: 'work' },
  { method: 'POST', path: '/:id/details', handler: 'inquiry-desk.details', needs: 'work' },
  { method: 'POST', path: '/:id/notes', handler: 'inquiry-desk.note', needs: 'work' },
  { method: 'POST', path: '/:id/preview', handler: 'inquiry-desk.preview', needs: 'work' },
  { method: 'POST', path: '/:id/replies', handler: 'inquiry-desk.reply', needs: 'work' },
  { method: 'POST', path: '/:id/replies/:reply/decision', handler: 'inquiry-desk.decide', needs: 'approve' },
  { method: 'POST', path: '/:id/hold', handler: 'inquiry-desk.hold', needs: 'hold' },
];

/**
 * Opens the desk of inquiries to those who are signed in to the admin and whose role allows it.
 */
export function registerInquiryDeskRoutes(strapi: Core.Strapi): void {
  registerAdminRoutes(
    strapi,
    'inquiry-desk',
    ROUTES.map(({ method, path, handler, needs }) => ({
      method,
      path: `/inquiries${path}`,
      handler,
      // Whoever changes an inquiry is answered with it, and so needs to read it.
      actions: [DESK_ACTIONS.read, DESK_ACTIONS[needs]],
    })),
  );
}
