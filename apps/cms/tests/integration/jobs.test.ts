import { AsyncLocalStorage } from 'node:async_hooks';
import { describe, expect, vi } from 'vitest';
import type { Job, JobHandler } from '../../src/platform/jobs/jobs.ts';
import { jobsDatabases, testsWith } from '../support/jobs.ts';

/** Longer than any test: what happens all the same was not found by polling. */
const NEVER = 600;

/** A handler that notes each run, and waits for its gate where it has one. */
function recorder(react: (job: Job) => Promise<void> = async () => undefined) {
  const runs: { payload: unknown; attempt: number }[] = [];
  const handler: JobHandler = async (job) => {
    runs.push({ payload: job.payload, attempt: job.attempt });
    await react(job);
  };
  return { runs, handler };
}

function gate() {
  return Promise.withResolvers<void>();
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe.each(jobsDatabases)('jobs on $database', ({ open }) => {
  const test = testsWith(open);

  test('runs a job once, with its payload', async (db) => {
    const jobs = db.createJobs();
    const { runs, handler } = recorder();
    jobs.work('site.notice', handler);
    await jobs.start();
    await jobs.enqueue({ name: 'site.notice', payload: { revision: 7, kinds: ['article', null] } });
    await vi.waitFor(() => expect(runs).toHaveLength(1));
    expect(runs).toEqual([{ payload: { revision: 7, kinds: ['article', null] }, attempt: 1 }]);
    await jobs.stop();
    const later = db.createJobs();
    later.work('site.notice', handler);
    await later.start();
    await pause(700);
    expect(runs).toHaveLength(1);
    expect(db.told).toEqual([]);
  });

  test('runs a job when its transaction has committed, without waiting for the next poll', async (db) => {
    const jobs = db.createJobs({ pollSeconds: NEVER });
    const { runs, handler } = recorder();
    jobs.work('site.notice', handler);
    await jobs.start();
    await pause(100);
    const transaction = await db.connection.transaction();
    await jobs.enqueue({ name: 'site.notice', payload: { revision: 1 } }, transaction);
    await pause(200);
    expect(runs).toEqual([]);
    await transaction.commit();
    await vi.waitFor(() => expect(runs).toHaveLength(1), { timeout: 5000 });
  });

  test('runs a job outside the context of whoever asked for it', async (db) => {
    const context = new AsyncLocalStorage<string>();
    const jobs = db.createJobs({ pollSeconds: NEVER });
    const seen: unknown[] = [];
    jobs.work('site.notice', async () => {
      seen.push(context.getStore() ?? 'nothing');
    });
    await jobs.start();
    await context.run('a request', () =>
      db.connection.transaction((transaction) =>
        jobs.enqueue({ name: 'site.notice', payload: {} }, transaction),
      ),
    );
    await vi.waitFor(() => expect(seen).toEqual(['nothing']), { timeout: 5000 });
  });

  test('leaves nothing behind when the transaction is rolled back', async (db) => {
    const jobs = db.createJobs();
    const { runs, handler } = recorder();
    jobs.work('site.notice', handler);
    await jobs.start();
    const undone = db.connection.transaction(async (transaction) => {
      await jobs.enqueue({ name: 'site.notice', payload: { revision: 1 } }, transaction);
      await jobs.enqueue({ name: 'site.notice', payload: { revision: 2 }, dedupeKey: 'site' }, transaction);
      throw new Error('refused');
    });
    await expect(undone).rejects.toThrow('refused');
    await jobs.enqueue({ name: 'site.notice', payload: { revision: 3 } });
    await vi.waitFor(() => expect(runs).toHaveLength(1));
    await pause(700);
    expect(runs).toEqual([{ payload: { revision: 3 }, attempt: 1 }]);
  });

  test('stores many at once like one after the other, and none without harm', async (db) => {
    const jobs = db.createJobs({ pollSeconds: NEVER });
    const { runs, handler } = recorder();
    jobs.work('site.notice', handler);
    await jobs.start();
    const request = (revision: number, dedupeKey?: string) => ({
      ...{ name: 'site.notice', payload: { revision } },
      ...(dedupeKey === undefined ? {} : { dedupeKey }),
    });
    await db.connection.transaction((transaction) => jobs.enqueueAll([], transaction));
    await db.connection.transaction((transaction) =>
      jobs.enqueueAll([request(1), request(2, 'b'), request(3, 'a'), request(4, 'b')], transaction),
    );
    await vi.waitFor(() => expect(runs).toHaveLength(3), { timeout: 5000 });
    const payloads = new Set(runs.map(({ payload }) => JSON.stringify(payload)));
    expect(payloads).toEqual(new Set(['{"revision":1}', '{"revision":3}', '{"revision":4}']));
    const undone = db.connection.transaction(async (transaction) => {
      await jobs.enqueueAll([request(5)], transaction);
      throw new Error('refused');
    });
    await expect(undone).rejects.toThrow('refused');
    await pause(700);
    expect(runs).toHaveLength(3);
  });

  test('finds what another process has asked for, also before it was started', async (db) => {
    const asking = db.createJobs();
    await asking.enqueue({ name: 'site.notice', payload: { revision: 1 } });
    const working = db.createJobs();
    const { runs, handler } = recorder();
    working.work('site.notice', handler);
    await working.start();
    await vi.waitFor(() => expect(runs).toHaveLength(1), { timeout: 5000 });
    await asking.enqueue({ name: 'site.notice', payload: { revision: 2 } });
    await vi.waitFor(() => expect(runs).toHaveLength(2), { timeout: 5000 });
  });

  test('does not run a job before its time', async (db) => {
    const jobs = db.createJobs();
    const started: number[] = [];
    jobs.work('site.notice', async () => {
      started.push(Date.now());
    });
    await jobs.start();
    const runAt = new Date(Date.now() + 1500);
    await jobs.enqueue({ name: 'site.notice', payload: {}, runAt });
    await vi.waitFor(() => expect(started).toHaveLength(1), { timeout: 10_000 });
    expect(started[0]).toBeGreaterThanOrEqual(runAt.getTime());
  });

  test('lets one job wait per key, with the newest payload and the earliest time', async (db) => {
    const jobs = db.createJobs();
    const { runs, handler } = recorder();
    jobs.work('site.notice', handler);
    const tomorrow = new Date(Date.now() + 86_400_000);
    await jobs.enqueue({ name: 'site.notice', payload: { revision: 1 }, dedupeKey: 'site', runAt: tomorrow });
    await jobs.enqueue({ name: 'site.notice', payload: { revision: 2 }, dedupeKey: 'site' });
    await jobs.enqueue({ name: 'site.notice', payload: { revision: 3 }, dedupeKey: 'site', runAt: tomorrow });
    await jobs.enqueue({ name: 'site.notice', payload: { revision: 9 }, dedupeKey: 'other' });
    await jobs.start();
    await vi.waitFor(() => expect(runs).toHaveLength(2), { timeout: 5000 });
    await pause(700);
    expect(runs).toHaveLength(2);
    expect(runs).toContainEqual({ payload: { revision: 3 }, attempt: 1 });
    expect(runs).toContainEqual({ payload: { revision: 9 }, attempt: 1 });
  });

  test('follows a running job with exactly one more of its key, never beside it', async (db) => {
    const jobs = db.createJobs();
    const gates = [gate(), gate()];
    const { runs, handler } = recorder(() => gates[runs.length - 1]?.promise ?? Promise.resolve());
    jobs.work('site.notice', handler);
    await jobs.start();
    await jobs.enqueue({ name: 'site.notice', payload: { revision: 1 }, dedupeKey: 'site' });
    await vi.waitFor(() => expect(runs).toHaveLength(1));
    for (const revision of [2, 3, 4]) {
      await jobs.enqueue({ name: 'site.notice', payload: { revision }, dedupeKey: 'site' });
    }
    await pause(700);
    expect(runs).toHaveLength(1);
    gates[0]?.resolve();
    await vi.waitFor(() => expect(runs).toHaveLength(2));
    gates[1]?.resolve();
    await pause(700);
    expect(runs.map((run) => run.payload)).toEqual([{ revision: 1 }, { revision: 4 }]);
  });

  test('does not run a waiting job before a transaction that has taken it up commits', async (db) => {
    await db.connection.schema.createTable('changes', (table) => table.increments('revision'));
    const jobs = db.createJobs();
    const seen: unknown[] = [];
    jobs.work('site.notice', async () => {
      seen.push((await db.connection('changes')).length);
    });
    await jobs.enqueue({ name: 'site.notice', payload: {}, dedupeKey: 'site' });
    const transaction = await db.connection.transaction();
    await transaction('changes').insert({ revision: 1 });
    await jobs.enqueue({ name: 'site.notice', payload: {}, dedupeKey: 'site' }, transaction);
    await jobs.start();
    await pause(700);
    expect(seen).toEqual([]);
    await transaction.commit();
    await vi.waitFor(() => expect(seen).toEqual([1]), { timeout: 5000 });
  });

  test('waits for running jobs when it stops', async (db) => {
    const jobs = db.createJobs({ drainSeconds: 10 });
    const held = gate();
    const { runs, handler } = recorder(() => held.promise);
    jobs.work('site.notice', handler);
    await jobs.start();
    await jobs.enqueue({ name: 'site.notice', payload: { revision: 1 } });
    await jobs.enqueue({ name: 'site.notice', payload: { revision: 2 }, runAt: new Date(Date.now() + 800) });
    await vi.waitFor(() => expect(runs).toHaveLength(1));
    const stopping = jobs.stop();
    await pause(1500);
    held.resolve();
    await stopping;
    expect(runs).toEqual([{ payload: { revision: 1 }, attempt: 1 }]);
    expect(db.told).toEqual([]);
  });
});
