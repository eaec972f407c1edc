import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const roleSchema = z.object({ id: z.number() });

/** Creates the first administrator from the environment, once: nothing is done when there is an admin user. */
export async function ensureAdministrator(
  strapi: Core.Strapi,
  {
    ADMIN_EMAIL: email,
    ADMIN_PASSWORD: password,
  }: { ADMIN_EMAIL?: string | undefined; ADMIN_PASSWORD?: string | undefined },
): Promise<void> {
  if (email === undefined || password === undefined) return;
  if ((await strapi.db.query('admin::user').count()) > 0) return;
  const role = roleSchema.parse(await strapi.service('admin::role').getSuperAdmin());
  await strapi.service('admin::user').create({
    firstname: 'Administration',
    lastname: null,
    email: email.toLowerCase(),
    password,
    isActive: true,
    registrationToken: null,
    preferedLanguage: 'fr',
    roles: [role.id],
  });
}
