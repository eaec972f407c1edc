import { LOCALES } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { REPLY_TEMPLATES } from './reply-templates.ts';

const EDITOR = 'passerelle-licensee';
const FIELDS = ['name', 'replyKind', 'asksForFiles', 'subject', 'body'];
const ACTIONS = ['create', 'read', 'update', 'delete'].map(
  (action) => `plugin::content-manager.explorer.${action}`,
);
const rowsSchema = z.array(z.object({ id: z.number() }));

/**
 * Has licensees keep the templates, beside administrators: given once, so that what an administrator takes away stays
 * away. Strapi's own roles, which it gives every content type when it makes them, lose it.
 */
export async function ensureTemplatePermissions(strapi: Core.Strapi): Promise<void> {
  const permissions = strapi.db.query('admin::permission');
  const given = await permissions.findMany({
    where: { subject: REPLY_TEMPLATES, role: { code: { $in: ['strapi-editor', 'strapi-author'] } } },
  });
  const ids = rowsSchema.parse(given).map(({ id }) => id);
  if (ids.length > 0) await permissions.deleteMany({ where: { id: { $in: ids } } });

  const memory = strapi.store({ type: 'core', name: 'passerelle_reply_templates' });
  if ((await memory.get({ key: 'granted' })) === true) return;
  const role = await strapi.service('admin::role').findOne({ code: EDITOR });
  if (role !== null) await grant(strapi, z.object({ id: z.number() }).parse(role).id);
  await memory.set({ key: 'granted', value: true });
}

async function grant(strapi: Core.Strapi, role: number): Promise<void> {
  const permission = strapi.service('admin::permission');
  await permission.createMany(
    ACTIONS.map((action) => ({
      action,
      subject: REPLY_TEMPLATES,
      role,
      conditions: [],
      properties: { locales: LOCALES, ...(!action.endsWith('.delete') && { fields: FIELDS }) },
    })),
  );
}
