import type { Core } from '@strapi/strapi';
import { z } from 'zod';

/** A permission of a role, as Strapi takes it. */
export interface RolePermission {
  action: string;
  subject?: string;
  properties?: { fields?: string[]; locales?: readonly string[] };
}

/** A role of the admin that comes with the product. */
interface StaffRole {
  code: string;
  name: string;
  description: string;
  permissions: readonly RolePermission[];
}

const roleSchema = z.object({ id: z.number() });
const givenSchema = z.array(z.string());
const heldSchema = z.array(z.object({ action: z.string(), subject: z.string().nullish() }));

const nameOf = ({ action, subject }: { action: string; subject?: string | null | undefined }) =>
  subject == null ? action : `${action} ${subject}`;

/**
 * Makes a role, once, and gives it each of its permissions, once: what a later version of the product can do reaches
 * roles that are there, and what an administrator has taken from a role stays taken.
 */
export async function ensureStaffRole(
  strapi: Core.Strapi,
  { code, name, description, permissions }: StaffRole,
): Promise<void> {
  const roles = strapi.service('admin::role');
  const memory = strapi.store({ type: 'core', name: 'passerelle_staff_roles' });
  const found = roleSchema.nullable().parse(await roles.findOne({ code }));
  const { id } = found ?? roleSchema.parse(await roles.create({ code, name, description }));
  const held = heldSchema.parse(
    await strapi.db.query('admin::permission').findMany({ where: { role: { id } } }),
  );
  const given = givenSchema.parse((await memory.get({ key: code })) ?? []);
  const known = new Set([...given, ...held.map(nameOf)]);
  const missing = permissions.filter((permission) => !known.has(nameOf(permission)));
  if (missing.length > 0) await roles.addPermissions(id, missing);
  const now = [...new Set([...given, ...permissions.map(nameOf)])].sort();
  if (now.length > given.length) await memory.set({ key: code, value: now });
}
