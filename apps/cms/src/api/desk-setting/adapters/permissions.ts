import type { Core } from '@strapi/strapi';
import type { RolePermission } from '../../../platform/staff-roles.ts';

export const DESK_SETTING = 'api::desk-setting.desk-setting';

/** The setting's components, with their fields in the names of permissions: `retention.spam`. */
const COMPONENTS = {
  openings: 'desk.opening',
  closedDays: 'desk.closed-day',
  retention: 'desk.retention',
} as const;
type Part = keyof typeof COMPONENTS;

/**
 * What roles need to set how requests are worked, in the Content Manager: a licensee the hours and the time to answer, the
 * privacy officer for how long what persons sent is kept. Both see all of it.
 */
export function deskSettingPermissions(strapi: Core.Strapi): Record<'hours' | 'retention', RolePermission[]> {
  const of = (part: Part) =>
    Object.keys(strapi.getModel(COMPONENTS[part]).attributes).map((field) => `${part}.${field}`);
  const hours = ['responseDays', ...of('openings'), ...of('closedDays')];
  const retention = of('retention');
  const granted = (action: string, fields: string[]): RolePermission => ({
    action: `plugin::content-manager.explorer.${action}`,
    subject: DESK_SETTING,
    properties: { fields },
  });
  const grants = (fields: string[]) => [
    granted('read', [...hours, ...retention]),
    granted('create', fields),
    granted('update', fields),
  ];
  return { hours: grants(hours), retention: grants(retention) };
}
