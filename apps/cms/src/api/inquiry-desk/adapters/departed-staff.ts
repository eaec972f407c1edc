import { inquiryStatusSchema } from '@passerelle/contracts';
import { z } from 'zod';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { INQUIRIES } from '../../inquiry/adapters/inquiry-rows.ts';
import type { InquirySetting } from '../../inquiry/adapters/inquiry-setting.ts';
import { changeDetails } from '../../inquiry/adapters/staff-actions.ts';
import { hasEnded } from '../../inquiry/domain/life.ts';
import { departedActor } from '../i18n/texts.ts';
import { deleteViewsOfDeparted } from './view-rows.ts';

const NIGHTLY = { name: 'inquiry.departed', cron: '7 4 * * *', timeZone: 'America/Toronto', payload: {} };
const ENDED = inquiryStatusSchema.options.filter(hasEnded);
const heldSchema = z.array(z.object({ id: z.string(), version: z.number(), assignee: z.number() }));

/** Has the desk let go of accounts that are deleted: at once, and every night. Before the jobs are started. */
export function registerDepartedStaff(
  setting: InquirySetting,
  jobs: Pick<Jobs, 'work' | 'schedule' | 'enqueue'>,
): void {
  const { name, payload } = NIGHTLY;
  const ask = () => jobs.enqueue({ name, payload, dedupeKey: name });
  jobs.work(name, () => releaseDeparted(setting));
  jobs.schedule(NIGHTLY);
  setting.strapi.db.lifecycles.subscribe({
    models: ['admin::user'],
    afterDelete: ask,
    afterDeleteMany: ask,
  });
}

/**
 * Deletes the saved views of accounts that are gone, and has what they were working on be nobody's, as its course then says.
 * What has ended keeps who had it: a change would have it kept for longer.
 */
async function releaseDeparted(setting: InquirySetting): Promise<void> {
  const { connection } = setting.strapi.db;
  await deleteViewsOfDeparted(connection);
  const held = await connection(INQUIRIES)
    .select('id', 'version', 'assignee')
    .whereNotNull('assignee')
    .whereNotIn('assignee', connection('admin_users').select('id'))
    .whereNotIn('status', ENDED);
  for (const { id, version, assignee } of heldSchema.parse(held)) {
    // What somebody has just changed is looked at again the next night.
    await changeDetails(setting, { id, version, actor: departedActor(assignee) }, { assignee: null });
  }
}
