import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { CampaignDeskAction } from '../domain/requests.ts';

const UID = 'api::campaign.campaign';

const rolesSchema = z.object({ userAbility: z.unknown() });
const rowsSchema = z.array(z.looseObject({ locale: z.string() }));

/**
 * Whether the person who asks may do something with a campaign. Roles may be limited to locales, or to what one has
 * written oneself: who may read one language sees the campaign, and what concerns all of them needs all of them.
 *
 * @param state Strapi's state of the request.
 */
export async function allowsCampaign(
  strapi: Core.Strapi,
  state: unknown,
  documentId: string,
  action: CampaignDeskAction,
): Promise<boolean> {
  const { userAbility } = rolesSchema.parse(state);
  const checker = strapi
    .plugin('content-manager')
    .service('permission-checker')
    .create({ userAbility, model: UID });
  if (checker.cannot[action]()) return false;
  const rows = rowsSchema.parse(
    await strapi.db.query(UID).findMany({
      where: { documentId },
      populate: { createdBy: { populate: { roles: true } } },
    }),
  );
  const allowed = (row: unknown) => !checker.cannot[action](row);
  return rows.length === 0 || (action === 'read' ? rows.some(allowed) : rows.every(allowed));
}
