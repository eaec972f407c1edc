import { DEFAULT_LOCALE } from '@passerelle/contracts';
import { raiseAlarm } from '../../platform/alarm.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import { cmsLog } from '../../platform/log/log.ts';
import { daysLeftOf, REMINDERS } from '../domain/clock.ts';
import { officerAddress, registerAddress } from './officer-address.ts';
import type { PrivacySetting } from './privacy-setting.ts';
import { lockUnreminded, markReminded } from './request-rows.ts';

const DAILY = {
  name: 'person-request.remind',
  cron: '11 8 * * *',
  timeZone: 'America/Toronto',
  payload: {},
};

/** Has the privacy officer reminded every morning. Before the jobs are started. */
export function registerReminders(setting: PrivacySetting, jobs: Pick<Jobs, 'work' | 'schedule'>): void {
  jobs.work(DAILY.name, () => remindOfficer(setting));
  jobs.schedule(DAILY);
}

/**
 * Reminds the privacy officer of requests that are still open ten days and two days before they are due and once they are
 * late, one mail for each with its reference alone; one that is late is an alarm too. Each is told once, and once more where
 * it was put off.
 */
export async function remindOfficer(setting: PrivacySetting): Promise<void> {
  const { strapi, clock, sendMail } = setting;
  const to = await officerAddress(setting);
  const at = clock();
  const now = at.getTime();
  await strapi.db.transaction(async ({ trx }) => {
    for (const { stage, before } of REMINDERS) {
      for (const row of await lockUnreminded(trx, { dueBefore: now + before, stage })) {
        const { id, reference, kind, dueAt } = row;
        await markReminded(trx, id, stage);
        if (stage === 3) {
          await raiseAlarm(strapi, { code: 'person-request-late', at: at.toISOString(), reference });
        }
        if (to === null) {
          cmsLog().warn({ reference }, 'nobody is reminded of a request of a person: there is no address');
          continue;
        }
        await sendMail(trx, {
          to: { name: '', address: to },
          template: 'person-request-reminder',
          locale: DEFAULT_LOCALE,
          data: {
            ...{ reference, kind, days: daysLeftOf(row, now) ?? 0, late: stage === 3 },
            due: new Date(dueAt).toISOString(),
            url: registerAddress(setting, id),
          },
        });
      }
    }
  });
}
