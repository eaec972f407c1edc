import type { Core } from '@strapi/strapi';
import { registerAdminRoutes } from '../../../platform/admin/routes.ts';
import { DESK_ACTIONS, type DeskAction } from '../../inquiry-desk/domain/permissions.ts';

const ROUTES: readonly { method: 'GET' | 'POST'; path: string; handler: string; needs: DeskAction }[] = [
  { method: 'POST', path: '/invitation', handler: 'invite', needs: 'work' },
  { method: 'POST', path: '/invitation/withdrawal', handler: 'withdraw', needs: 'work' },
  { method: 'GET', path: '/files', handler: 'list', needs: 'read' },
  { method: 'GET', path: '/files/:file', handler: 'download', needs: 'read' },
];

/** Opens visitors' files to those whose role lets them read inquiries. */
export function registerInquiryFileRoutes(strapi: Core.Strapi): void {
  registerAdminRoutes(
    strapi,
    'inquiry-files',
    ROUTES.map(({ method, path, handler, needs }) => ({
      method,
      path: `/inquiries/:id${path}`,
      handler: `desk-files.${handler}`,
      actions: [DESK_ACTIONS.read, DESK_ACTIONS[needs]],
    })),
  );
}
