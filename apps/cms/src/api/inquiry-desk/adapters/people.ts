import type { DeskPerson } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { DESK_ACTIONS } from '../domain/permissions.ts';
import { staffName, staffStateSchema } from '../domain/staff.ts';

const userSchema = staffStateSchema.shape.user.extend({ isActive: z.boolean() });
const permissionsSchema = z.array(z.object({ role: z.object({ users: z.array(userSchema) }).nullable() }));

/** Those whose roles let them work on inquiries, by name. */
export async function readPeople(strapi: Core.Strapi): Promise<DeskPerson[]> {
  const permissions = permissionsSchema.parse(
    await strapi.db.query('admin::permission').findMany({
      where: { action: DESK_ACTIONS.work },
      populate: { role: { populate: { users: true } } },
    }),
  );
  const people = new Map<number, DeskPerson>();
  for (const user of permissions.flatMap(({ role }) => role?.users ?? [])) {
    if (user.isActive) people.set(user.id, { id: user.id, name: staffName(user) });
  }
  return [...people.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'fr'));
}

/** Names of accounts, also of those that may not any more. */
export async function readNames(
  strapi: Core.Strapi,
  ids: readonly number[],
): Promise<Map<number, DeskPerson>> {
  if (ids.length === 0) return new Map();
  const users = z
    .array(userSchema)
    .parse(await strapi.db.query('admin::user').findMany({ where: { id: { $in: [...new Set(ids)] } } }));
  return new Map(users.map((user) => [user.id, { id: user.id, name: staffName(user) }]));
}
