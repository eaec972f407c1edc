import { DEFAULT_LOCALE } from '@passerelle/contracts';
import { z } from 'zod';
import { noticeAddress } from '../../api/inquiry/adapters/staff-notice.ts';
import type { PrivacySetting } from './privacy-setting.ts';

const organizationSchema = z
  .object({ privacyOfficer: z.object({ email: z.email() }).nullish() })
  .nullable()
  .catch(null);

/** Whom the register is told to: the privacy officer as the organization names them, or else who is told of inquiries. */
export async function officerAddress(
  setting: Pick<PrivacySetting, 'strapi' | 'noticeEmail'>,
): Promise<string | null> {
  const organization: unknown = await setting.strapi
    .documents('api::organization.organization')
    .findFirst({ locale: DEFAULT_LOCALE, populate: ['privacyOfficer'] });
  return organizationSchema.parse(organization)?.privacyOfficer?.email ?? noticeAddress(setting);
}

/** Where the register is in the admin; of one request, or of all. */
export const registerAddress = ({ cmsUrl }: Pick<PrivacySetting, 'cmsUrl'>, id?: string): string =>
  `${cmsUrl}/admin/plugins/privacy${id === undefined ? '' : `/requests/${id}`}`;
