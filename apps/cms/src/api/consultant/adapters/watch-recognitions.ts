import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { lockContent, recordChanges } from '../../site/adapters/changes.ts';
import { readConsultants } from './consultants.ts';
import { type MarkSetting, markRecognition } from './mark-recognition.ts';

/** When a day has begun in Québec. */
const DAILY = { name: 'recognitions.mark', cron: '1 0 * * *', timeZone: 'America/Toronto', payload: {} };

/** What marking recognitions works with. */
export interface RecognitionSetting extends MarkSetting {
  jobs: Pick<Jobs, 'enqueue'>;
}

/** Marks every recognition as it stands today, each in a transaction of its own; the site shows what has changed. */
export async function markRecognitions(setting: RecognitionSetting): Promise<void> {
  const { strapi, jobs, clock } = setting;
  const failures: unknown[] = [];
  for (const { documentId, locales } of await readConsultants(strapi)) {
    try {
      await strapi.db.transaction(async ({ trx }) => {
        await lockContent(trx);
        if (!(await markRecognition(setting, trx, documentId))) return;
        const changed = locales.map((locale) => ({ kind: 'consultant' as const, documentId, locale }));
        await recordChanges(trx, jobs, changed, clock());
      });
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Recognitions could not be marked');
}

/** Has recognitions marked each day while the CMS runs. Before the jobs are started. */
export function registerRecognitions(
  setting: RecognitionSetting,
  jobs: Pick<Jobs, 'work' | 'schedule'>,
): void {
  jobs.work(DAILY.name, () => markRecognitions(setting));
  jobs.schedule(DAILY);
}
