import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Transaction } from '../../../platform/jobs/database.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { cmsLog } from '../../../platform/log/log.ts';
import type { Verdict } from '../../../platform/scanner/adapters/clamd.ts';
import { insertEvent } from '../../inquiry/adapters/event-rows.ts';
import { recordOf } from '../../inquiry/adapters/inquiry-content.ts';
import { readInquiry } from '../../inquiry/adapters/inquiry-rows.ts';
import { type FileRow, INQUIRY_FILES, judgeFile, readFileRow, readHeldIds } from './file-rows.ts';
import type { FilesSetting } from './files-setting.ts';

/** Looks at all that waits. Asked for by each file, and by the clock for what a scanner that was away has left. */
const SCAN = { name: 'inquiry.files-scan', cron: '*/5 * * * *', timeZone: 'America/Toronto', payload: {} };

/** Has what waits scanned once the transaction has committed: one such job at a time, the schedule's own included. */
export function askToScan(jobs: Pick<Jobs, 'enqueue'>, transaction: Transaction): Promise<void> {
  return jobs.enqueue({ name: SCAN.name, payload: {}, dedupeKey: 'schedule' }, transaction);
}

/** Has files scanned. Before the jobs are started. */
export function registerScan(setting: FilesSetting, jobs: Pick<Jobs, 'work' | 'schedule'>): void {
  jobs.work(SCAN.name, ({ signal }) => scanHeld(setting, signal));
  jobs.schedule(SCAN);
}

/** Shows the scanner all that waits. While it is away everything stays held. */
async function scanHeld(setting: FilesSetting, signal: AbortSignal): Promise<void> {
  const { strapi } = setting.inquiries;
  for (const id of await readHeldIds(strapi.db.connection)) {
    signal.throwIfAborted();
    const row = await readFileRow(strapi.db.connection, { id });
    if (row === null || row.state !== 'held') continue;
    const verdict = await look(setting, row);
    if (verdict === 'away') {
      cmsLog().warn({ failure: 'scanner-away' }, 'files of visitors stay held: the scanner does not answer');
      return;
    }
    if (verdict === 'unable') cmsLog().warn({ failure: 'scanner-unable', file: id }, 'a file stays held');
    else await settle(setting, row, verdict);
  }
}

/** One that can't be read keeps no other one waiting. */
async function look({ inquiries: { records }, files, scan }: FilesSetting, row: FileRow): Promise<Verdict> {
  if (row.contentKey === null) return 'unable';
  try {
    const { open } = await records.openRecord(INQUIRY_FILES, row.id, row.wrappedKey);
    return await scan(await files.read(row.id, await open('content_key', row.contentKey)));
  } catch (error) {
    cmsLog().error({ err: error, file: row.id }, 'a file of a visitor can not be read');
    return 'unable';
  }
}

async function settle(
  { inquiries: { strapi, clock, records, newId }, files }: FilesSetting,
  { id, inquiry }: FileRow,
  verdict: 'clean' | 'infected',
): Promise<void> {
  const state = verdict === 'clean' ? 'clean' : 'refused';
  await strapi.db.transaction(async ({ trx }) => {
    const at = clock();
    if (!(await judgeFile(trx, id, { state, at: at.getTime() }))) return;
    const row = await readInquiry(trx, { id: inquiry });
    if (row !== null) {
      const { seal } = await recordOf(records, row);
      const event = { id: newId(), inquiry, at: at.getTime(), actor: null };
      await insertEvent(trx, seal, { ...event, kind: state === 'clean' ? 'file-clean' : 'file-refused' });
    }
    await recordAudit(trx, {
      at,
      actor: null,
      action: state === 'clean' ? 'file-clean' : 'file-destroyed',
      subject: `inquiry/${row?.state.reference ?? inquiry}`,
      detail: JSON.stringify({ file: id, ...(state === 'refused' && { reason: 'infected' }) }),
    });
  });
  if (state === 'refused') await files.destroy(id);
}
