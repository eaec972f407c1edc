import { DEFAULT_LOCALE } from '@passerelle/contracts';
import { verifyLedger } from '../../consent/ledger.ts';
import { raiseAlarm } from '../../platform/alarm.ts';
import { readAudit, recordAudit } from '../../platform/audit/audit.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import { officerAddress, registerAddress } from './officer-address.ts';
import type { PrivacySetting } from './privacy-setting.ts';

const NIGHTLY = { name: 'consent.verify', cron: '37 3 * * *', timeZone: 'America/Toronto', payload: {} };
const SUBJECT = 'consent-ledger';

/** Has the ledger of consent verified every night. Before the jobs are started. */
export function registerLedgerWatch(setting: PrivacySetting, jobs: Pick<Jobs, 'work' | 'schedule'>): void {
  jobs.work(NIGHTLY.name, () => watchLedger(setting));
  jobs.schedule(NIGHTLY);
}

/**
 * Verifies the ledger of consent. Where it isn't as it was written, an alarm is raised and the privacy officer is mailed,
 * once for each place where it is broken; that it is whole is logged with the last hash, to be compared with one kept elsewhere.
 */
export async function watchLedger(setting: PrivacySetting): Promise<void> {
  const { strapi, clock, sendMail } = setting;
  const { events, brokenAt, hash } = await verifyLedger(strapi);
  if (brokenAt === null) {
    strapi.log.info(`the ledger of consent is whole: ${events} ${hash}`);
    return;
  }
  const to = await officerAddress(setting);
  const at = clock();
  const detail = JSON.stringify({ brokenAt });
  await strapi.db.transaction(async ({ trx }) => {
    const told = (await readAudit(trx, SUBJECT)).some((event) => event.detail === detail);
    if (told) {
      strapi.log.error(`the ledger of consent is still altered from event ${brokenAt} on`);
      return;
    }
    await recordAudit(trx, { at, actor: null, action: 'ledger-broken', subject: SUBJECT, detail });
    await raiseAlarm(strapi, { code: 'ledger-broken', at: at.toISOString(), problem: String(brokenAt) });
    if (to === null) return;
    await sendMail(trx, {
      to: { name: '', address: to },
      template: 'alarm',
      locale: DEFAULT_LOCALE,
      data: {
        ...{ code: 'ledger-broken', at: at.toISOString(), problem: String(brokenAt) },
        adminUrl: registerAddress(setting),
      },
    });
  });
}
