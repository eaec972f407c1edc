import type { Transaction } from '../../../platform/jobs/database.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { advancePoll } from './poll-life.ts';
import { readOpened, readUncounted } from './poll-rows.ts';
import type { PollSetting } from './poll-setting.ts';
import { readOpenable } from './published-polls.ts';

/** Each minute, and when something is known to come due. */
const TICK = { name: 'polls.tick', cron: '* * * * *', timeZone: 'America/Toronto', payload: {} };

/** What comes due sooner than the next tick but one is asked for by itself. */
const SOON_MS = 120_000;

/** Looks after the polls once: opens, closes and counts out what is due, each poll in a transaction of its own. */
export async function tickPolls(setting: PollSetting): Promise<void> {
  const { strapi, jobs, clock } = setting;
  const { connection } = strapi.db;
  const openable = await readOpenable(strapi, new Date(clock().getTime() + SOON_MS));
  const opened = await readOpened(connection, openable);
  const uncounted = await readUncounted(connection);
  const waiting = [
    ...openable.filter((documentId) => !opened.has(documentId)),
    ...uncounted.map(({ documentId }) => documentId),
  ];
  const failures: unknown[] = [];
  const dues: number[] = [];
  for (const documentId of waiting) {
    try {
      const { nextDue } = await strapi.db.transaction(({ trx }) => advancePoll(setting, trx, documentId));
      if (nextDue !== null) dues.push(nextDue);
    } catch (error) {
      failures.push(error);
    }
  }
  const next = Math.min(...dues.filter((due) => due > clock().getTime()));
  if (next - clock().getTime() < SOON_MS) {
    await jobs.enqueue({ name: TICK.name, payload: {}, dedupeKey: 'due', runAt: new Date(next) });
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Polls could not be looked after');
}

/** Has the polls looked after at an instant (ms), so that nothing waits for the minute. Null asks for nothing. */
export async function askToTick(
  jobs: Pick<Jobs, 'enqueue'>,
  transaction: Transaction,
  due: number | null,
): Promise<void> {
  if (due === null) return;
  await jobs.enqueue({ name: TICK.name, payload: {}, dedupeKey: 'due', runAt: new Date(due) }, transaction);
}

/** Has the polls looked after while the CMS runs. Before the jobs are started. */
export function registerTick(setting: PollSetting, jobs: Pick<Jobs, 'work' | 'schedule'>): void {
  jobs.work(TICK.name, () => tickPolls(setting));
  jobs.schedule(TICK);
}
