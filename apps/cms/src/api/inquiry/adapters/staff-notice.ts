import { DEFAULT_LOCALE } from '@passerelle/contracts';
import { z } from 'zod';
import type { Transaction } from '../../../platform/jobs/database.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { readInquiry } from './inquiry-rows.ts';
import type { InquirySetting } from './inquiry-setting.ts';

/** The job that tells staff of an inquiry; its payload is `{ id }`. */
const NOTICE_JOB = 'inquiry.notice';
const payloadSchema = z.strictObject({ id: z.uuid() });

/** Has staff told of an inquiry once the transaction has committed. */
export function askToNotify({ jobs }: InquirySetting, transaction: Transaction, id: string): Promise<void> {
  return jobs.enqueue({ name: NOTICE_JOB, payload: { id }, dedupeKey: id }, transaction);
}

/** Where the desk is in the admin; of one inquiry, or of all. */
export function deskAddress({ cmsUrl }: InquirySetting, id?: string): string {
  return `${cmsUrl}/admin/plugins/desk${id === undefined ? '' : `/inquiries/${id}`}`;
}

const organizationSchema = z.object({ email: z.email() }).nullable();

/** Where staff are told: the address that was set, or the organization's own; null before there is one. */
export async function noticeAddress({
  strapi,
  noticeEmail,
}: Pick<InquirySetting, 'strapi' | 'noticeEmail'>): Promise<string | null> {
  if (noticeEmail !== undefined) return noticeEmail;
  const organization = await strapi
    .documents('api::organization.organization')
    .findFirst({ locale: DEFAULT_LOCALE, fields: ['email'] });
  return organizationSchema.parse(organization)?.email ?? null;
}

/** Mails staff the reference of each new inquiry, and where it is. Before the jobs are started. */
export function registerStaffNotice(setting: InquirySetting, jobs: Pick<Jobs, 'work'>): void {
  const { strapi, sendMail } = setting;
  jobs.work(NOTICE_JOB, async ({ payload }) => {
    const { id } = payloadSchema.parse(payload);
    const { connection } = strapi.db;
    const [row, to] = [await readInquiry(connection, { id }), await noticeAddress(setting)];
    if (row === null) return;
    if (to === null) {
      strapi.log.warn(
        'staff are not told of a new inquiry: there is neither INQUIRY_NOTICE_EMAIL nor an organization',
      );
      return;
    }
    await connection.transaction((transaction) =>
      sendMail(transaction, {
        to: { name: '', address: to },
        template: 'inquiry-notice',
        locale: DEFAULT_LOCALE,
        data: { reference: row.state.reference, url: deskAddress(setting, id) },
        key: `inquiry notice ${id}`,
      }),
    );
  });
}
