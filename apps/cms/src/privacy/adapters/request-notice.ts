import { DEFAULT_LOCALE } from '@passerelle/contracts';
import { z } from 'zod';
import { noticeAddress } from '../../api/inquiry/adapters/staff-notice.ts';
import type { Transaction } from '../../platform/jobs/database.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { PrivacySetting } from './privacy-setting.ts';
import { readRequest } from './request-rows.ts';

/** The job that tells staff of a request; its payload is `{ id }`. */
const NOTICE_JOB = 'person-request.notice';
const payloadSchema = z.strictObject({ id: z.uuid() });

/** Has staff told of a request once the transaction has committed. */
export function askToNotify({ jobs }: PrivacySetting, transaction: Transaction, id: string): Promise<void> {
  return jobs.enqueue({ name: NOTICE_JOB, payload: { id }, dedupeKey: id }, transaction);
}

/** Mails staff the reference of each confirmed request, its kind, and the day it is due. Before the jobs are started. */
export function registerRequestNotice(setting: PrivacySetting, jobs: Pick<Jobs, 'work'>): void {
  const { strapi, sendMail, cmsUrl } = setting;
  jobs.work(NOTICE_JOB, async ({ payload }) => {
    const { id } = payloadSchema.parse(payload);
    const { connection } = strapi.db;
    const [row, to] = [await readRequest(connection, { id }), await noticeAddress(setting)];
    if (row === null) return;
    if (to === null) {
      strapi.log.warn(
        'staff are not told of a request of a person: there is neither INQUIRY_NOTICE_EMAIL nor an organization',
      );
      return;
    }
    const { reference, kind, dueAt } = row;
    await connection.transaction((transaction) =>
      sendMail(transaction, {
        to: { name: '', address: to },
        template: 'person-request-notice',
        locale: DEFAULT_LOCALE,
        data: { reference, kind, due: new Date(dueAt).toISOString(), url: `${cmsUrl}/admin` },
        key: `person request notice ${id}`,
      }),
    );
  });
}
