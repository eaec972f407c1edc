import type { Connection } from '../platform/jobs/database.ts';
import type { Jobs } from '../platform/jobs/jobs.ts';
import type { Clock } from '../platform/jobs/settings.ts';
import { insertIssue } from './adapters/issue-rows.ts';
import { INSTANT_JOB } from './instant-digests.ts';
import type { Frequency } from './readers.ts';

/** The readers' zone: by the clock on its walls, also where that jumps. */
const TIME_ZONE = 'America/Toronto';

/** When digests go out; each is one job, which makes up by one run for all that it missed. */
const SCHEDULES = [
  { name: 'newsletter.daily', cron: '0 7 * * *', frequency: 'daily' },
  { name: 'newsletter.weekly', cron: '10 7 * * 1', frequency: 'weekly' },
  { name: 'newsletter.monthly', cron: '20 7 1 * *', frequency: 'monthly' },
] as const;

interface ScheduleOptions {
  connection: Connection;
  jobs: Pick<Jobs, 'work' | 'schedule'>;
  clock: Clock;
  /** Whether a person must approve each digest before it goes. */
  needsApproval: () => Promise<boolean>;
  /** Has the sender look. */
  wake: () => void;
}

/** Has digests made by the clock. Before the jobs are started. */
export function registerDigests({ connection, jobs, clock, needsApproval, wake }: ScheduleOptions): void {
  async function open(frequency: Frequency, occasion: string, at: Date): Promise<void> {
    await insertIssue(connection, {
      id: `digest ${frequency} ${occasion}`,
      kind: 'digest',
      state: (await needsApproval()) ? 'held' : 'approved',
      content: { frequency },
      at,
      sendAt: at,
      until: null,
    });
    wake();
  }
  for (const { name, cron, frequency } of SCHEDULES) {
    // One of a kind a day: a job that is run twice makes one.
    jobs.work(name, () => {
      const at = clock();
      return open(frequency, occasionOf(at), at);
    });
    jobs.schedule({ name, cron, timeZone: TIME_ZONE, payload: {} });
  }
  // To the second, for the same reason: articles gather for longer. One that is run again later finds nothing new.
  jobs.work(INSTANT_JOB, () => {
    const at = clock();
    return open('instant', `${at.toISOString().slice(0, 19)}Z`, at);
  });
}

const DAWN_HOURS = 7;

/**
 * The day of a digest that is made at an instant: the day before until the hour at which they are made. One that was
 * missed and is made up for at night isn't the next morning's.
 */
export function occasionOf(at: Date): string {
  const hour = new Intl.DateTimeFormat('en', { timeZone: TIME_ZONE, hour: 'numeric', hourCycle: 'h23' });
  const isNight = Number(hour.format(at)) < DAWN_HOURS;
  return dayOf(isNight ? new Date(at.getTime() - (DAWN_HOURS + 1) * 3_600_000) : at);
}

/** `2026-11-25`, as it is in the readers' zone. */
export function dayOf(at: Date): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: TIME_ZONE,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
