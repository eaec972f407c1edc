import { Cron } from 'croner';
import { z } from 'zod';
import type { Transaction } from './database.ts';
import type { JobRequest, JobSchedule } from './jobs.ts';
import type { JobsSettings } from './settings.ts';

/** What the schedules of a process can do. */
export interface Scheduler {
  /** Throws a `TypeError` for a cron expression or time zone that is wrong, or that never comes due. */
  add(schedule: JobSchedule): void;
  start(): Promise<void>;
  stop(): Promise<void>;
}

type Enqueue = (request: JobRequest, transaction: Transaction) => Promise<void>;

interface Entry {
  schedule: JobSchedule;
  cron: Cron;
  /** As last read from the table; another process may have moved it on since. */
  dueAt: number;
}

const TABLE = 'passerelle_schedules';

/** PostgreSQL hands a bigint over as text. */
const dueRow = z.object({ due_at: z.coerce.number().int() });

/** Reads a cron expression of five fields. Throws a `TypeError` when it is wrong or its time zone unknown. */
export function parseCron({ cron, timeZone }: Pick<JobSchedule, 'cron' | 'timeZone'>): Cron {
  return new Cron(cron, { timezone: timeZone, mode: '5-part', paused: true });
}

/** The first tick after an instant. Throws a `TypeError` when there is none. */
export function nextTick(cron: Cron, after: Date): Date {
  const next = cron.nextRun(after);
  if (!next) throw new TypeError(`cron "${cron.getPattern()}" never comes due`);
  return next;
}

/**
 * Schedules over the table `passerelle_schedules`, on either database.
 *
 * The table says when each comes due next. Whoever finds it due moves that on and stores the job in one
 * transaction, so of several processes one does both. When the clocks change, a fixed time that doesn't exist
 * that day comes due at the end of the gap, and one that exists twice the first time.
 */
export function createScheduler(settings: JobsSettings, enqueue: Enqueue): Scheduler {
  const { connection, clock, log } = settings;
  const entries = new Map<string, Entry>();
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> | undefined;

  const following = (cron: Cron) => nextTick(cron, clock()).getTime();

  async function readDue(name: string): Promise<number> {
    return dueRow.parse(await connection(TABLE).where({ name }).first('due_at')).due_at;
  }

  /** A new or changed schedule is due from now on; one that is known keeps what it owes. */
  async function declare({ schedule, cron }: Entry): Promise<number> {
    const { name } = schedule;
    const row = { cron: schedule.cron, time_zone: schedule.timeZone, due_at: following(cron) };
    await connection(TABLE)
      .insert({ name, ...row })
      .onConflict('name')
      .ignore();
    await connection(TABLE)
      .where({ name })
      .andWhere((changed) => changed.whereNot('cron', row.cron).orWhereNot('time_zone', row.time_zone))
      .update(row);
    return readDue(name);
  }

  async function fire(entry: Entry): Promise<void> {
    const { name, cron, timeZone, payload } = entry.schedule;
    await connection.transaction(async (trx) => {
      const taken = await trx(TABLE)
        .where({ name, cron, time_zone: timeZone, due_at: entry.dueAt })
        .update({ due_at: following(entry.cron) });
      if (taken === 1) await enqueue({ name, payload, dedupeKey: 'schedule' }, trx);
    });
    entry.dueAt = await readDue(name);
  }

  async function fireDue(): Promise<void> {
    for (const entry of entries.values()) {
      if (clock().getTime() < entry.dueAt) continue;
      try {
        await fire(entry);
      } catch (error) {
        log('error', `schedule "${entry.schedule.name}" could not be run`, error);
      }
    }
  }

  return {
    add(schedule) {
      if (entries.has(schedule.name)) throw new Error(`schedule "${schedule.name}" is declared twice`);
      const cron = parseCron(schedule);
      following(cron);
      entries.set(schedule.name, { schedule, cron, dueAt: Number.POSITIVE_INFINITY });
    },

    async start() {
      if (entries.size === 0) return;
      for (const entry of entries.values()) entry.dueAt = await declare(entry);
      timer = setInterval(() => {
        round ??= fireDue().finally(() => {
          round = undefined;
        });
      }, settings.pollSeconds * 1000);
    },

    async stop() {
      clearInterval(timer);
      await round;
    },
  };
}
