import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { TestCms } from './strapi.ts';

const loginSchema = z.object({ data: z.object({ token: z.string() }) });

/** Signs in to the admin; gives the token its browser would show. */
export async function tokenFor(cms: TestCms, account: { email: string; password: string }): Promise<string> {
  const response = await cms.post('/admin/login', account);
  return loginSchema.parse(await response.json()).data.token;
}

/** A permission of a role, as Strapi stores it. */
export interface TestPermission {
  action: string;
  /** Of a content type's; absent for permissions of ours. */
  subject?: string;
  properties?: object;
  conditions?: string[];
}

/** Signs in as somebody new whose role has these permissions and no others. */
export async function tokenWith(cms: TestCms, permissions: TestPermission[]): Promise<string> {
  const name = `Rôle ${randomUUID()}`;
  const role = await cms.strapi.service('admin::role').create({ name, description: name });
  await cms.strapi.service('admin::role').assignPermissions(role.id, permissions);
  const account = { email: `${randomUUID()}@passerelle.test`, password: `Aa1${randomUUID()}` };
  await cms.strapi.service('admin::user').create({
    ...account,
    firstname: 'Essai',
    isActive: true,
    registrationToken: null,
    roles: [role.id],
  });
  return tokenFor(cms, account);
}

const idSchema = z.object({ id: z.number() });

/** Signs in as somebody new of a role that is there. */
export async function signInAs(cms: TestCms, code: string): Promise<{ id: number; token: string }> {
  const role = idSchema.parse(await cms.strapi.service('admin::role').findOne({ code }));
  const account = { email: `${randomUUID()}@passerelle.test`, password: `Aa1${randomUUID()}` };
  const user = await cms.strapi.service('admin::user').create({
    ...account,
    firstname: `Essai ${code.slice('passerelle-'.length)}`,
    isActive: true,
    registrationToken: null,
    roles: [role.id],
  });
  return { id: idSchema.parse(user).id, token: await tokenFor(cms, account) };
}
