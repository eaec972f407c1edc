import type { RequestFindings } from '@passerelle/contracts';
import { readInquiriesOf } from '../../api/inquiry/adapters/inquiry-rows.ts';
import { readFileRows } from '../../api/inquiry-files/adapters/file-rows.ts';
import { readSubscriberOf } from '../../api/subscriber/adapters/subscriber-rows.ts';
import { consentOf } from '../../consent/ledger.ts';
import { recordAudit } from '../../platform/audit/audit.ts';
import { mailsTo } from './person-mails.ts';
import type { PrivacySetting } from './privacy-setting.ts';
import { readRequestsOf } from './request-rows.ts';

/** How much can be found by an address, of each kind. That it was looked for is on record first. */
export async function countFound(
  setting: PrivacySetting,
  { email, reference, actor }: { email: string; reference: string | null; actor: string },
): Promise<RequestFindings> {
  const { strapi, records, clock } = setting;
  const emailIndex = records.blindIndex('email', email);
  const mails = await mailsTo(setting, strapi.db.connection, emailIndex);
  return strapi.db.transaction(async ({ trx }) => {
    const subject = `person-request/${reference}`;
    await recordAudit(trx, { at: clock(), actor, action: 'person-looked-for', subject, detail: null });
    const inquiries = await readInquiriesOf(trx, emailIndex);
    let files = 0;
    for (const { state } of inquiries) files += (await readFileRows(trx, state.id)).length;
    return {
      inquiries: inquiries.length,
      held: inquiries.filter(({ state }) => state.legalHold).length,
      files,
      newsletter: (await readSubscriberOf(trx, emailIndex)) !== null,
      consents: (await consentOf(strapi, email, trx)).length,
      mails: mails.length,
      requests: (await readRequestsOf(trx, emailIndex)).length,
    };
  });
}
