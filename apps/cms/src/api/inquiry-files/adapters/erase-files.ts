import type { Transaction } from '../../../platform/jobs/database.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { INQUIRY_FILES, readKeptIds } from './file-rows.ts';
import type { FilesSetting } from './files-setting.ts';
import { INVITATIONS } from './invitation-rows.ts';

/** Removes files of which nothing is known any more. */
const SWEEP = { name: 'inquiry.files-sweep', cron: '43 * * * *', timeZone: 'America/Toronto', payload: {} };

/** A file is written before its row: it may be younger than what is known of it. */
const YOUNG_MS = 3_600_000;
const AT_ONCE = 200;

/**
 * Erases what visitors sent to inquiries, in the transaction that erases those. The files' keys go with it, so that
 * nobody can read them from then on; their bytes are removed within two hours.
 */
export async function eraseInquiryFiles(
  transaction: Transaction,
  inquiries: readonly string[],
): Promise<void> {
  await transaction(INQUIRY_FILES).whereIn('inquiry', inquiries).delete();
  await transaction(INVITATIONS).whereIn('inquiry', inquiries).delete();
}

/** Has orphaned bytes removed every hour. Before the jobs are started. */
export function registerSweep(setting: FilesSetting, jobs: Pick<Jobs, 'work' | 'schedule'>): void {
  jobs.work(SWEEP.name, ({ signal }) => sweepFiles(setting, signal));
  jobs.schedule(SWEEP);
}

/** Removes bytes of files whose rows or keys are gone. */
export async function sweepFiles(
  { inquiries: { strapi, clock }, files }: FilesSetting,
  signal: AbortSignal,
): Promise<void> {
  const ids = await files.writtenBefore(clock().getTime() - YOUNG_MS);
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    signal.throwIfAborted();
    const some = ids.slice(from, from + AT_ONCE);
    const kept = new Set(await readKeptIds(strapi.db.connection, some));
    for (const id of some) if (!kept.has(id)) await files.destroy(id);
  }
}
