import type { Core } from '@strapi/strapi';
import { registerAdminRoutes } from '../../../platform/admin/routes.ts';
import { NEWSLETTER_ACTIONS, type NewsletterAction } from '../domain/permissions.ts';

const ROUTES: readonly { method: 'GET' | 'POST'; path: string; handler: string; needs: NewsletterAction }[] =
  [
    { method: 'GET', path: '/issues', handler: 'list', needs: 'read' },
    { method: 'GET', path: '/issues/:id/uncertain', handler: 'uncertain', needs: 'read' },
    { method: 'POST', path: '/issues/:id/actions', handler: 'act', needs: 'steer' },
    { method: 'GET', path: '/uncertain', handler: 'uncertainIssues', needs: 'read' },
    { method: 'POST', path: '/uncertain/:id', handler: 'decide', needs: 'steer' },
  ];

/**
 * Opens the issues of the newsletter to those who are signed in to the admin and whose role allows it.
 */
export function registerNewsletterDesk(strapi: Core.Strapi): void {
  registerAdminRoutes(
    strapi,
    'newsletter-desk',
    ROUTES.map(({ method, path, handler, needs }) => ({
      method,
      path: `/newsletter${path}`,
      handler: `newsletter-desk.${handler}`,
      actions: [NEWSLETTER_ACTIONS[needs]],
    })),
  );
}
