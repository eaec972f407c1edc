import type { Core } from '@strapi/strapi';
import { registerAdminRoutes } from '../../../platform/admin/routes.ts';
import { READER_ACTIONS, type ReaderAction } from '../domain/permissions.ts';

/** All are POST: an address or what is taken away is never part of a path. */
const ROUTES: readonly { path: string; handler: string; needs: ReaderAction }[] = [
  { path: '/look', handler: 'look', needs: 'look' },
  { path: '/unsubscribe', handler: 'unsubscribe', needs: 'look' },
  { path: '/lift', handler: 'lift', needs: 'look' },
  { path: '/evidence', handler: 'evidence', needs: 'look' },
  { path: '/import/preview', handler: 'preview', needs: 'import' },
  { path: '/import', handler: 'import', needs: 'import' },
  { path: '/export', handler: 'export', needs: 'export' },
];

/** Opens the newsletter's readers to those who are signed in to the admin and whose role allows it. */
export function registerReaderDesk(strapi: Core.Strapi): void {
  registerAdminRoutes(
    strapi,
    'reader-desk',
    ROUTES.map(({ path, handler, needs }) => ({
      method: 'POST',
      path: `/readers${path}`,
      handler: `reader-desk.${handler}`,
      actions: [READER_ACTIONS[needs]],
    })),
  );
}
