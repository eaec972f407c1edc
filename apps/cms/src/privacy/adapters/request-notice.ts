import { DEFAULT_LOCALE } from '@passerelle/contracts';
import { z } from 'zod';
import type { Transaction } from '../../platform/jobs/database.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import { officerAddress, registerAddress } from './officer-address.ts';
import type { PrivacySetting } from './privacy-setting.ts';
import { readRequest } from './request-rows.ts';

/** The job that tells staff of a request; its payload is `{ id }`. */
const NOTICE_JOB = 'person-request.notice';
const payloadSchema = z.strictObject({ id: z.uuid() });

/** Has staff told of a request once the transaction has committed. */
export function askToNotify({ jobs }: PrivacySetting, transaction: Transaction, id: string): Promise<void> {
  return jobs.enqueue({ name: NOTICE_JOB, payload: { id }, dedupeKey: id }, transaction);
}

/** Mails the privacy officer the reference of each confirmed request, its kind, and the day it is due. Before the jobs are started. */
export function registerRequestNotice(setting: PrivacySetting, jobs: Pick<Jobs, 'work'>): void {
  const { strapi, sendMail } = setting;
  jobs.work(NOTICE_JOB, async ({ payload }) => {
    const { id } = payloadSchema.parse(payload);
    const { connection } = strapi.db;
    const [row, to] = [await readRequest(connection, { id }), await officerAddress(setting)];
    if (row === null) return;
    if (to === null) {
      strapi.log.warn(
        'nobody is told of a request of a person: there is neither an organization nor INQUIRY_NOTICE_EMAIL',
      );
      return;
    }
    const { reference, kind, dueAt } = row;
    await connection.transaction((transaction) =>
      sendMail(transaction, {
        to: { name: '', address: to },
        template: 'person-request-notice',
        locale: DEFAULT_LOCALE,
        data: { reference, kind, due: new Date(dueAt).toISOString(), url: registerAddress(setting, id) },
        key: `person request notice ${id}`,
      }),
    );
  });
}
