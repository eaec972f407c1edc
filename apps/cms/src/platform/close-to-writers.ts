import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const WRITERS = ['strapi-editor', 'strapi-author'];
const rowsSchema = z.array(z.object({ id: z.number() }));

/** Takes content types from Strapi's own roles of writers, which it gives every content type when it makes them. */
export async function closeToWriters(strapi: Core.Strapi, uids: readonly string[]): Promise<void> {
  const permissions = strapi.db.query('admin::permission');
  const given = await permissions.findMany({
    where: { subject: { $in: uids }, role: { code: { $in: WRITERS } } },
  });
  const ids = rowsSchema.parse(given).map(({ id }) => id);
  if (ids.length > 0) await permissions.deleteMany({ where: { id: { $in: ids } } });
}
