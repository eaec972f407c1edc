import { randomUUID } from 'node:crypto';
import { fromKnex, type JobWithMetadata, type PgBoss } from 'pg-boss';
import { z } from 'zod';
import type { Transaction } from './database.ts';
import type { DeadLetter, JobRequest } from './jobs.ts';
import { DEAD_LETTER_DAYS, DEAD_LETTER_LIMIT, errorText, type JobsSettings } from './settings.ts';

/** The queue of the jobs that were given up, whatever their name. */
const DEAD_LETTERS = 'dead-letters';

/** A waiting job stays until someone works it off, even if that is years. */
const WAITING_SECONDS = 5 * 365 * 86_400;

/**
 * What pg-boss keeps as `singletonKey`. Its policy `singleton` runs one job per key at a time, so a job
 * without a key gets one of its own.
 */
const KEYED = 'key:';
const storedKey = (dedupeKey: string | undefined) =>
  dedupeKey === undefined ? `one:${randomUUID()}` : `${KEYED}${dedupeKey}`;

/** Whether the job was asked for with a dedupe key. */
export const isKeyed = (job: JobWithMetadata<object>) => job.singletonKey?.startsWith(KEYED) ?? false;

/** Strapi has the driver hand over jsonb as text, in the whole process; without Strapi it comes parsed. */
const jsonColumn = z.preprocess(
  (value) => (typeof value === 'string' ? JSON.parse(value) : value),
  z.unknown(),
);

/** The payload of a job. */
export const readPayload = (job: JobWithMetadata<object>) => jsonColumn.parse(job.data);

const outputSchema = jsonColumn.pipe(
  z.union([
    z.object({ message: z.string() }),
    z.object({ value: z.object({ message: z.string() }) }).transform(({ value }) => value),
  ]),
);

/** Starts pg-boss: its tables are made or brought up to date first, by one process at a time. */
export async function openQueues(boss: PgBoss): Promise<void> {
  await boss.start();
  await boss.createQueue(DEAD_LETTERS, { retentionSeconds: DEAD_LETTER_DAYS * 86_400 });
}

/** Our semantics of waiting jobs, in terms of pg-boss's own calls. */
export function createPgBossQueue(boss: PgBoss, settings: JobsSettings, open: () => Promise<unknown>) {
  const { retry } = settings;
  const ensured = new Map<string, Promise<void>>();

  async function createQueue(name: string): Promise<void> {
    await open();
    const options = {
      retryLimit: retry.attempts - 1,
      retryDelay: retry.baseSeconds,
      retryBackoff: true,
      retryDelayMax: retry.maxSeconds,
      expireInSeconds: settings.timeLimitSeconds,
      heartbeatSeconds: Math.max(10, settings.leaseSeconds),
      retentionSeconds: WAITING_SECONDS,
      deleteAfterSeconds: 86_400,
      deadLetter: DEAD_LETTERS,
      notify: true,
    };
    await boss.createQueue(name, { policy: 'singleton', ...options });
    await boss.updateQueue(name, options);
  }

  /** Sees to it that the queue exists with the settings of this process. */
  function ensure(name: string): Promise<void> {
    const known = ensured.get(name);
    if (known) return known;
    const created = createQueue(name).catch((error: unknown) => {
      ensured.delete(name);
      throw error;
    });
    ensured.set(name, created);
    return created;
  }

  /** The waiting jobs of a key. Until the transaction ends no other request of this key gets further. */
  async function lockWaiting(name: string, key: string, transaction: Transaction) {
    await transaction.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [`${name} ${key}`]);
    return boss.findJobs<object>(name, { key, queued: true, db: fromKnex(transaction) });
  }

  /**
   * Stores a request within the transaction. A job that waits to be tried again makes way for a new one, with
   * fresh attempts; a job not yet tried is brought up to date, and its row stays locked until the commit, so
   * that no worker begins it before it can see what the transaction has changed.
   */
  async function store(request: JobRequest, transaction: Transaction): Promise<void> {
    const { name, payload, runAt } = request;
    await ensure(name);
    const db = fromKnex(transaction);
    const singletonKey = storedKey(request.dedupeKey);
    if (request.dedupeKey === undefined) {
      await boss.send(name, payload, { singletonKey, db, ...(runAt && { startAfter: runAt }) });
      return;
    }
    const waiting = await lockWaiting(name, singletonKey, transaction);
    for (const { id, state, priority } of waiting) {
      if (state !== 'retry') continue;
      // The update takes the row's lock if no worker has it yet: only then may the job be removed.
      const { updated } = await boss.update(name, undefined, { id, priority, db });
      if (updated === 1) await boss.deleteJob(name, id, { db });
    }
    const startAfter = earliest(runAt, waiting);
    await boss.upsert(name, payload, { singletonKey, startAfter, db });
  }

  /** Zero is now. */
  function earliest(runAt: Date | undefined, waiting: JobWithMetadata<object>[]): Date | 0 {
    if (!runAt) return 0;
    return new Date(Math.min(runAt.getTime(), ...waiting.map((job) => job.startAfter.getTime())));
  }

  /**
   * Settles a keyed job that was just taken with the others of its key. True when it must not run: it has
   * failed before and a newer request waits, which then runs at once. A newer request that overtook one
   * waiting to be tried again removes that one.
   */
  async function supersede(name: string, job: JobWithMetadata<object>): Promise<boolean> {
    const others = await boss.findJobs<object>(name, { key: job.singletonKey ?? '', queued: true });
    if (job.retryCount > 0) {
      for (const { id } of others) {
        const { updated } = await boss.update(name, undefined, { id, startAfter: 0 });
        if (updated === 1) return true;
      }
      return false;
    }
    const overtaken = others.filter((other) => other.state === 'retry').map((other) => other.id);
    if (overtaken.length > 0) await boss.deleteJob(name, overtaken);
    return false;
  }

  async function deadLetters(): Promise<DeadLetter[]> {
    await open();
    const jobs = await boss.findJobs<object>(DEAD_LETTERS, { queued: true, limit: DEAD_LETTER_LIMIT });
    return jobs.map((job) => ({
      id: job.id,
      name: job.sourceName ?? '',
      payload: readPayload(job),
      attempts: (job.sourceRetryCount ?? 0) + 1,
      error: errorText(outputSchema.parse(job.sourceOutput).message),
      failedAt: job.createdOn,
    }));
  }

  async function revive(id: string): Promise<boolean> {
    if (!z.uuid().safeParse(id).success) return false;
    await open();
    return settings.connection.transaction(async (trx) => {
      const db = fromKnex(trx);
      const [dead] = await boss.findJobs<object>(DEAD_LETTERS, { id, queued: true, db });
      if (!dead?.sourceName) return false;
      const key = dead.singletonKey ?? '';
      const waiting = await lockWaiting(dead.sourceName, key, trx);
      if (waiting.length > 0) {
        await boss.deleteJob(DEAD_LETTERS, id, { db });
        return true;
      }
      return (await boss.redrive(DEAD_LETTERS, { ids: [id], db })) === 1;
    });
  }

  return { ensure, store, supersede, deadLetters, revive };
}
