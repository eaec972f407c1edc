import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { ensureStaffRole, type RolePermission } from '../../../platform/staff-roles.ts';
import { DESK_ACTIONS, DESK_ROLES, type DeskAction } from '../domain/permissions.ts';
import { inquiryDeskTexts } from '../i18n/texts.ts';

const actions = Object.keys(DESK_ACTIONS).filter((action): action is DeskAction => action in DESK_ACTIONS);

/**
 * Makes the desk's permissions known to Strapi, so that roles can be given them. While the application is registered:
 * at its start Strapi takes from roles what it doesn't know.
 */
export async function registerDeskActions(strapi: Core.Strapi): Promise<void> {
  const texts = inquiryDeskTexts('fr');
  await strapi.service('admin::permission').actionProvider.registerMany(
    actions.map((action) => ({
      section: 'settings',
      category: texts.category,
      displayName: texts.actions[action],
      // Strapi puts `api::` before it.
      uid: DESK_ACTIONS[action].slice('api::'.length),
    })),
  );
}

/**
 * Makes the desk's roles.
 *
 * @param beside what a role is given beside the desk, by its code.
 */
export async function ensureDeskRoles(
  strapi: Core.Strapi,
  beside: Readonly<Record<string, readonly RolePermission[]>> = {},
): Promise<void> {
  const texts: Readonly<Record<string, { name: string; description: string }>> = inquiryDeskTexts('fr').roles;
  for (const { code, actions: allowed } of DESK_ROLES) {
    const { name = code, description = '' } = texts[code] ?? {};
    await ensureStaffRole(strapi, {
      code,
      name,
      description,
      permissions: [...allowed.map((action) => ({ action: DESK_ACTIONS[action] })), ...(beside[code] ?? [])],
    });
  }
}

const abilitySchema = z.object({
  userAbility: z.custom<{ can(action: string): boolean }>(
    (value) =>
      typeof value === 'object' && value !== null && 'can' in value && typeof value.can === 'function',
  ),
});

/** What the person who asks may do at the desk, as Strapi's state of the request tells. */
export function deskRights(state: unknown): Record<DeskAction, boolean> {
  const { userAbility } = abilitySchema.parse(state);
  const may = (action: DeskAction) => userAbility.can(DESK_ACTIONS[action]);
  return {
    read: may('read'),
    work: may('work'),
    approve: may('approve'),
    export: may('export'),
    hold: may('hold'),
  };
}
