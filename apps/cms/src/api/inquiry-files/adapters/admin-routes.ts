import type { Core } from '@strapi/strapi';
import { DESK_ACTIONS, type DeskAction } from '../../inquiry-desk/domain/permissions.ts';

const ROUTES: readonly { method: 'GET' | 'POST'; path: string; handler: string; needs: DeskAction }[] = [
  { method: 'POST', path: '/invitation', handler: 'invite', needs: 'work' },
  { method: 'POST', path: '/invitation/withdrawal', handler: 'withdraw', needs: 'work' },
  { method: 'GET', path: '/files', handler: 'list', needs: 'read' },
  { method: 'GET', path: '/files/:file', handler: 'download', needs: 'read' },
];

/** Opens visitors' files to those whose role lets them read inquiries. Not in `routes/`, which is the content API. */
export function registerInquiryFileRoutes(strapi: Core.Strapi): void {
  strapi.server.routes({
    type: 'admin',
    prefix: '/passerelle',
    routes: ROUTES.map(({ method, path, handler, needs }) => ({
      method,
      path: `/inquiries/:id${path}`,
      handler: `desk-files.${handler}`,
      config: {
        policies: [
          'admin::isAuthenticatedAdmin',
          {
            name: 'admin::hasPermissions',
            config: { actions: [...new Set([DESK_ACTIONS.read, DESK_ACTIONS[needs]])] },
          },
        ],
      },
      info: { apiName: 'inquiry-files' },
    })),
  });
}
