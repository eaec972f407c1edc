import { type JobWithMetadata, PgBoss } from 'pg-boss';
import type { JobHandler, Jobs } from './jobs.ts';
import { createPgBossQueue, isKeyed, openQueues, readPayload } from './pg-boss-queue.ts';
import { createScheduler } from './schedules.ts';
import { errorText, type JobsSettings, levelOfAttempt } from './settings.ts';

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/**
 * Jobs on pg-boss, in the schema `passerelle_jobs` of a PostgreSQL database, for any number of processes.
 *
 * A request is stored through the caller's Knex transaction, and announced by NOTIFY when that commits, so
 * that idle workers of every process look at once; polling covers a lost announcement. A running job shows
 * signs of life; pg-boss fails one that has fallen silent, in whichever process sees it first. Time is the
 * database's, except for schedules.
 */
export function pgBossJobs(settings: JobsSettings, databaseUrl: string): Jobs {
  const { connection, log } = settings;
  const handlers = new Map<string, JobHandler>();
  const watchSeconds = Math.max(1, Math.floor(settings.leaseSeconds / 3));
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: 'passerelle-jobs',
    schema: 'passerelle_jobs',
    max: 4,
    schedule: false,
    useListenNotify: true,
    superviseIntervalSeconds: watchSeconds,
    monitorIntervalSeconds: watchSeconds,
  });
  boss.on('error', (error) => log('error', 'pg-boss', error));
  boss.on('warning', ({ message }) => log('warn', `pg-boss: ${message}`));

  let opened: Promise<unknown> | undefined;
  const open = () => {
    opened ??= openQueues(boss);
    return opened;
  };
  const queue = createPgBossQueue(boss, settings, open);
  const scheduler = createScheduler(settings, (request, transaction) => queue.store(request, transaction));

  async function run(name: string, handler: JobHandler, job: JobWithMetadata<object>): Promise<void> {
    if (isKeyed(job) && (await queue.supersede(name, job))) return;
    try {
      await handler({
        id: job.id,
        payload: readPayload(job),
        attempt: job.retryCount + 1,
        signal: job.signal,
      });
    } catch (cause) {
      const last = job.retryCount >= job.retryLimit;
      const description = `job ${job.id} "${name}", attempt ${job.retryCount + 1} of ${job.retryLimit + 1}`;
      log(
        last ? 'error' : levelOfAttempt(job.retryCount + 1),
        `${description} failed${last ? ': given up' : ''}`,
        cause,
      );
      // pg-boss stores every field of an error it is given; this one has nothing but the text.
      throw new Error(errorText(cause));
    }
  }

  /** One worker of pg-boss takes one job at a time, and looks for the next as soon as it is done. */
  async function startWorker(name: string, handler: JobHandler): Promise<void> {
    let worker = '';
    worker = await boss.work(
      name,
      {
        includeMetadata: true,
        pollingIntervalSeconds: settings.pollSeconds,
        notifyPollingIntervalSeconds: settings.pollSeconds,
      },
      async ([job]: JobWithMetadata<object>[]) => {
        if (!job) return;
        await run(name, handler, job).finally(() => boss.notifyWorker(worker));
      },
    );
  }

  return {
    async enqueue(request, transaction) {
      if (transaction) await queue.store(request, transaction);
      else await connection.transaction((trx) => queue.store(request, trx));
    },

    async enqueueAll(requests, transaction) {
      // In the order of their keys: whoever stores the same ones waits for us rather than we for each other.
      const inOrder = [...requests].sort((a, b) => compare(a.dedupeKey ?? '', b.dedupeKey ?? ''));
      for (const request of inOrder) await queue.store(request, transaction);
    },

    work(name, handler) {
      if (handlers.has(name)) throw new Error(`"${name}" has a handler already`);
      handlers.set(name, handler);
    },

    schedule: scheduler.add,

    async start() {
      await open();
      for (const [name, handler] of handlers) {
        await queue.ensure(name);
        for (let slot = 0; slot < settings.concurrency; slot += 1) await startWorker(name, handler);
      }
      await scheduler.start();
    },

    async stop() {
      await scheduler.stop();
      if (opened) await boss.stop({ timeout: settings.drainSeconds * 1000 });
    },

    deadLetters: queue.deadLetters,
    retry: queue.revive,
  };
}
