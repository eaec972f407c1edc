import { LOCALES } from '@passerelle/contracts';
import type { Core, UID } from '@strapi/strapi';
import { z } from 'zod';
import { ensureStaffRole } from './staff-roles.ts';

const EDITOR = 'strapi-editor';
const AUTHOR = 'strapi-author';

/** What the newsroom writes. The practice's own data, wordings of consent and guides are its administrators'. */
const WRITTEN = [
  'article',
  'author',
  'category',
  'page',
  'poll',
  'programme',
  'round',
  'tag',
  'term',
] as const;

const permissionsSchema = z.array(
  z.object({
    id: z.number(),
    subject: z.custom<UID.ContentType>((value) => typeof value === 'string'),
    properties: z.record(z.string(), z.unknown()).nullable(),
  }),
);

/**
 * Has Strapi's own roles of writers be what their names say. It makes them before there are languages, and a permission
 * that names none opens nothing of what is localized; and it lets editors neither publish nor delete. What an
 * administrator has changed stays.
 */
export async function ensureEditors(strapi: Core.Strapi): Promise<void> {
  const query = strapi.db.query('admin::permission');
  const rows = permissionsSchema.parse(
    await query.findMany({
      where: {
        role: { code: { $in: [EDITOR, AUTHOR] } },
        action: { $startsWith: 'plugin::content-manager.explorer.' },
        subject: { $startsWith: 'api::' },
      },
    }),
  );
  const { isLocalizedContentType } = strapi.plugin('i18n').service('content-types');
  for (const { id, subject, properties } of rows) {
    if (properties?.locales !== undefined || !isLocalizedContentType(strapi.contentType(subject))) continue;
    await query.update({ where: { id }, data: { properties: { ...properties, locales: LOCALES } } });
  }
  await ensureStaffRole(strapi, {
    code: EDITOR,
    name: 'Editor',
    description: '',
    permissions: WRITTEN.flatMap((type) => {
      const subject = `api::${type}.${type}` as const;
      const { draftAndPublish } = strapi.contentType(subject).options ?? {};
      return ['delete', ...(draftAndPublish ? ['publish'] : [])].map((action) => ({
        action: `plugin::content-manager.explorer.${action}`,
        subject,
        properties: { locales: LOCALES },
      }));
    }),
  });
}
