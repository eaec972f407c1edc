import { documentIdSchema, instantSchema, referenceSchema } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { recordAudit } from './audit/audit.ts';
import { cmsLog } from './log/log.ts';
import { jobsOf } from './running-jobs.ts';

/** What needs a person. Closed: each has texts in the mail that tells of it. */
export const alarmCodeSchema = z.enum([
  /** The web server gave up forwarding something a visitor had been told was received. */
  'submission-set-aside',
  /** Nobody knows whether a mail has gone. */
  'mail-uncertain',
  /** A mail could not be handed over in four days. */
  'mail-given-up',
  /** Another system could not be told of an inquiry, in twelve tries. */
  'webhook-given-up',
  /** A consultant's recognition by the Ministry ends in 120, 90 or 60 days. */
  'recognition-ending',
  /** It has ended: the site offers nothing for Québec's programmes by that consultant. */
  'recognition-expired',
  /** All sending of the newsletter was paused: what went wrong would go wrong for each reader. */
  'newsletter-stopped',
  /** An issue has ended, with mails that may or may not have gone. */
  'newsletter-uncertain',
  /** An issue may not be sent as it is, and waits. */
  'newsletter-refused',
  /** For a day nobody could read the mailbox of reports about mails that came back. */
  'reports-unreachable',
  /** A request of a person wasn't answered within its 30 days. */
  'person-request-late',
  /** The ledger of consent isn't as it was written. */
  'ledger-broken',
]);
export type AlarmCode = z.infer<typeof alarmCodeSchema>;

/** An alarm, and the payload of the job `alarm.mail`. No personal data. */
export const alarmSchema = z.strictObject({
  code: alarmCodeSchema,
  at: instantSchema,
  /** Finds the rest in the logs. */
  requestId: z.uuid().exactOptional(),
  form: z.string().max(40).exactOptional(),
  attempts: z.int().positive().exactOptional(),
  /** What it is about, in the admin. */
  documentId: documentIdSchema.exactOptional(),
  daysLeft: z.int().nonnegative().exactOptional(),
  /** An issue of the newsletter. */
  issue: z.string().max(36).exactOptional(),
  /** Why it isn't sent, as a code. */
  problem: z.string().max(64).exactOptional(),
  /** Of a request. */
  reference: referenceSchema.exactOptional(),
});
export type Alarm = z.infer<typeof alarmSchema>;

/** The job that tells a person; its payload is an `Alarm`. */
export const ALARM_JOB = 'alarm.mail';

/** How long alarms of one kind gather before one mail tells of them: all of them are in the audit. */
const GATHER_MS = 20_000;

/**
 * Tells people of something: a row in the audit and a job that mails it, in one transaction, and a line in the log.
 * Within a transaction of Strapi's it becomes part of that.
 */
export async function raiseAlarm(strapi: Core.Strapi, alarm: Alarm): Promise<void> {
  const { code, at, ...about } = alarm;
  cmsLog().error({ failure: code, ...about }, 'alarm');
  await strapi.db.transaction(async ({ trx }) => {
    await recordAudit(trx, {
      at: new Date(at),
      actor: null,
      action: 'alarm',
      subject: code,
      detail: JSON.stringify(about),
    });
    await jobsOf(strapi).enqueue(
      {
        name: ALARM_JOB,
        payload: { code, at, ...about },
        dedupeKey: `${code} ${about.form ?? about.documentId ?? about.issue ?? about.reference ?? ''}`,
        runAt: new Date(new Date(at).getTime() + GATHER_MS),
      },
      trx,
    );
  });
}
