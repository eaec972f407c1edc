import { LOCALES } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { ensureStaffRole, type RolePermission } from '../../../platform/staff-roles.ts';
import { NEWSLETTER_ACTIONS, NEWSLETTER_ROLE, type NewsletterAction } from '../domain/permissions.ts';
import * as texts from '../i18n/texts.ts';

const actions: readonly NewsletterAction[] = ['read', 'steer'];

/** Makes the permissions known to Strapi, so that roles can be given them. While the application is registered. */
export async function registerNewsletterActions(strapi: Core.Strapi): Promise<void> {
  await strapi.service('admin::permission').actionProvider.registerMany(
    actions.map((action) => ({
      section: 'settings',
      category: texts.category,
      displayName: texts.actions[action],
      // Strapi puts `api::` before it.
      uid: NEWSLETTER_ACTIONS[action].slice('api::'.length),
    })),
  );
}

/** Makes the role of who looks after issues. */
export async function ensureNewsletterRole(strapi: Core.Strapi): Promise<void> {
  await ensureStaffRole(strapi, {
    code: NEWSLETTER_ROLE,
    ...texts.role,
    permissions: [
      ...actions.map((action) => ({ action: NEWSLETTER_ACTIONS[action] })),
      ...campaignPermissions(strapi),
    ],
  });
}

const CAMPAIGN = 'api::campaign.campaign';

/** What the role needs to write campaigns in the Content Manager. */
function campaignPermissions(strapi: Core.Strapi): RolePermission[] {
  const { attributes } = strapi.contentType(CAMPAIGN);
  const fields = Object.keys(attributes).filter((attribute) => !STRAPI_OWN.has(attribute));
  return ['create', 'read', 'update', 'delete'].map((action) => ({
    action: `plugin::content-manager.explorer.${action}`,
    subject: CAMPAIGN,
    properties: { locales: LOCALES, ...(action !== 'delete' && { fields }) },
  }));
}

/** Strapi's own attributes aren't given as fields. */
const STRAPI_OWN: ReadonlySet<string> = new Set([
  ...['createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy'],
  ...['documentId', 'locale', 'localizations', 'id'],
]);

const abilitySchema = z.object({
  userAbility: z.custom<{ can(action: string): boolean }>(
    (value) =>
      typeof value === 'object' && value !== null && 'can' in value && typeof value.can === 'function',
  ),
});

/** Whether the person who asks may change what happens to issues, as Strapi's state of the request tells. */
export const maySteer = (state: unknown): boolean =>
  abilitySchema.parse(state).userAbility.can(NEWSLETTER_ACTIONS.steer);
