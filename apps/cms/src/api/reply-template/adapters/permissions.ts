import { LOCALES } from '@passerelle/contracts';
import type { RolePermission } from '../../../platform/staff-roles.ts';
import { REPLY_TEMPLATES } from './reply-templates.ts';

const FIELDS = ['name', 'replyKind', 'asksForFiles', 'subject', 'body'];

/** What a role needs to keep the templates in the Content Manager. */
export const TEMPLATE_PERMISSIONS: readonly RolePermission[] = ['create', 'read', 'update', 'delete'].map(
  (action) => ({
    action: `plugin::content-manager.explorer.${action}`,
    subject: REPLY_TEMPLATES,
    properties: { locales: LOCALES, ...(action !== 'delete' && { fields: FIELDS }) },
  }),
);
