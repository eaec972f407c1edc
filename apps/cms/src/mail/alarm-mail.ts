import { DEFAULT_LOCALE } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { ALARM_JOB, alarmSchema } from '../platform/alarm.ts';
import type { Jobs } from '../platform/jobs/jobs.ts';
import type { SendMail } from '../platform/mailer/mail.ts';

/**
 * Mails alarms to whoever runs the site, in French. Of alarms of one code about one form or document one an hour is mailed: a mail
 * server or a spool that fails does so many times. All of them are logged and on record before they come here.
 */
export function registerAlarmMail(
  strapi: Core.Strapi,
  jobs: Pick<Jobs, 'work'>,
  sendMail: SendMail,
  { to, adminUrl }: { to: string | undefined; adminUrl: string },
): void {
  jobs.work(ALARM_JOB, async ({ payload }) => {
    const alarm = alarmSchema.parse(payload);
    if (to === undefined) {
      strapi.log.warn(`alarm "${alarm.code}" is not mailed: there is neither ALERT_EMAIL nor ADMIN_EMAIL`);
      return;
    }
    const hour = alarm.at.slice(0, 'YYYY-MM-DDTHH'.length);
    await strapi.db.connection.transaction((transaction) =>
      sendMail(transaction, {
        to: { name: '', address: to },
        template: 'alarm',
        locale: DEFAULT_LOCALE,
        data: { ...alarm, adminUrl },
        key: `alarm ${alarm.code} ${alarm.form ?? alarm.documentId ?? alarm.reference ?? ''} ${hour}`,
      }),
    );
  });
}
