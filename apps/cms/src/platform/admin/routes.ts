import type { Core } from '@strapi/strapi';

/** A route for those who are signed in to the admin. */
export interface AdminRoute {
  method: 'GET' | 'POST';
  /** Below `/passerelle`. */
  path: string;
  /** `controller.action` of the API. */
  handler: string;
  /** Permissions of which a role needs all; without them the controller asks what each may do. */
  actions?: readonly string[];
}

/**
 * Opens routes of an API in the admin. They aren't in a folder `routes/`, since Strapi makes everything there part of the
 * content API.
 */
export function registerAdminRoutes(
  strapi: Core.Strapi,
  apiName: string,
  routes: readonly AdminRoute[],
): void {
  strapi.server.routes({
    type: 'admin',
    prefix: '/passerelle',
    routes: routes.map(({ actions = [], ...route }) => ({
      ...route,
      config: {
        policies: [
          'admin::isAuthenticatedAdmin',
          ...(actions.length > 0
            ? [{ name: 'admin::hasPermissions', config: { actions: [...new Set(actions)] } }]
            : []),
        ],
      },
      info: { apiName },
    })),
  });
}
