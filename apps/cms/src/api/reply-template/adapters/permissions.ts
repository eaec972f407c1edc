import { LOCALES } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { RolePermission } from '../../../platform/staff-roles.ts';
import { REPLY_TEMPLATES } from './reply-templates.ts';

const FIELDS = ['name', 'replyKind', 'asksForFiles', 'subject', 'body'];
const rowsSchema = z.array(z.object({ id: z.number() }));

/** What a role needs to keep the templates in the Content Manager. */
export const TEMPLATE_PERMISSIONS: readonly RolePermission[] = ['create', 'read', 'update', 'delete'].map(
  (action) => ({
    action: `plugin::content-manager.explorer.${action}`,
    subject: REPLY_TEMPLATES,
    properties: { locales: LOCALES, ...(action !== 'delete' && { fields: FIELDS }) },
  }),
);

/** Takes the templates from Strapi's own roles, which it gives every content type when it makes them. */
export async function closeReplyTemplates(strapi: Core.Strapi): Promise<void> {
  const permissions = strapi.db.query('admin::permission');
  const given = await permissions.findMany({
    where: { subject: REPLY_TEMPLATES, role: { code: { $in: ['strapi-editor', 'strapi-author'] } } },
  });
  const ids = rowsSchema.parse(given).map(({ id }) => id);
  if (ids.length > 0) await permissions.deleteMany({ where: { id: { $in: ids } } });
}
