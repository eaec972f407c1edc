import type { Core } from '@strapi/strapi';
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
 * Opens the issues of the newsletter to those who are signed in to the admin and whose role allows it. Not in
 * `routes/`, since Strapi makes everything there part of the content API.
 */
export function registerNewsletterDesk(strapi: Core.Strapi): void {
  strapi.server.routes({
    type: 'admin',
    prefix: '/passerelle',
    routes: ROUTES.map(({ method, path, handler, needs }) => ({
      method,
      path: `/newsletter${path}`,
      handler: `newsletter-desk.${handler}`,
      config: {
        policies: [
          'admin::isAuthenticatedAdmin',
          { name: 'admin::hasPermissions', config: { actions: [NEWSLETTER_ACTIONS[needs]] } },
        ],
      },
      info: { apiName: 'newsletter-desk' },
    })),
  });
}
