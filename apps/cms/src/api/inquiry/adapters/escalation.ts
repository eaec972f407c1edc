import { DEFAULT_LOCALE } from '@passerelle/contracts';
import { MOST_NAMED } from '../../../mail/templates/inquiry-late.ts';
import type { Transaction } from '../../../platform/jobs/database.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { insertEvent } from './event-rows.ts';
import { recordOf } from './inquiry-content.ts';
import { INQUIRIES, type InquiryRow, parseInquiryRows } from './inquiry-rows.ts';
import type { InquirySetting } from './inquiry-setting.ts';
import { deskAddress, noticeAddress } from './staff-notice.ts';

const HOURLY = { name: 'inquiry.escalate', cron: '7 * * * *', timeZone: 'America/Toronto', payload: {} };

/** Most that one mail tells of; the rest is told an hour later. */
const AT_ONCE = 200;

/** Has staff told every hour of what has become late. Before the jobs are started. */
export function registerEscalation(setting: InquirySetting, jobs: Pick<Jobs, 'work' | 'schedule'>): void {
  jobs.work(HOURLY.name, () => escalate(setting));
  jobs.schedule(HOURLY);
}

/** Tells staff of the inquiries whose target has passed, in one mail, each once for each target it misses. */
export async function escalate(setting: InquirySetting): Promise<void> {
  const { strapi, sendMail } = setting;
  const to = await noticeAddress(setting);
  await strapi.db.transaction(async ({ trx }) => {
    const rows = await markLate(setting, trx);
    if (rows.length === 0) return;
    if (to === null) {
      strapi.log.warn(`${rows.length} inquiries are late, and there is no address to tell of it`);
      return;
    }
    const references = rows.map(({ state }) => state.reference);
    await sendMail(trx, {
      to: { name: '', address: to },
      template: 'inquiry-late',
      locale: DEFAULT_LOCALE,
      data: {
        references: references.slice(0, MOST_NAMED),
        more: Math.max(0, references.length - MOST_NAMED),
        url: deskAddress(setting),
      },
    });
  });
}

async function markLate(
  { records, clock, newId }: InquirySetting,
  transaction: Transaction,
): Promise<InquiryRow[]> {
  const at = clock().getTime();
  const rows = parseInquiryRows(
    await transaction(INQUIRIES)
      .where('due_at', '<', at)
      .whereNull('paused_at')
      .andWhere((told) => told.whereNull('escalated_due').orWhereRaw('escalated_due <> due_at'))
      .orderBy(['due_at', 'id'])
      .limit(AT_ONCE)
      .forUpdate(),
  );
  for (const row of rows) {
    const { id, due } = row.state;
    await transaction(INQUIRIES).where({ id }).update({ escalated_due: due.dueAt });
    const { seal } = await recordOf(records, row);
    await insertEvent(transaction, seal, { id: newId(), inquiry: id, at, actor: null, kind: 'escalated' });
  }
  return rows;
}
