import { describe, expect, vi } from 'vitest';
import { type JobsProcess, jobsDatabases, testsWith } from '../support/jobs.ts';

const until = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 55_000, interval: 50 });
const wrote = (started: JobsProcess, line: string) =>
  until(() => expect(started.output().split('\n')).toContain(line));

describe.each(jobsDatabases)('processes over $database', ({ open, leaseSeconds }) => {
  const test = testsWith(open);

  test('start together on an empty database and share 1,000 jobs, each handled once', async (db) => {
    await db.connection.schema.createTable('notes', (table) => {
      table.integer('number');
      table.integer('process');
    });
    const workers = [1, 2].map(() => db.startProcess({ attempts: 3, leaseSeconds: 30 }));
    await Promise.all(workers.map((worker) => wrote(worker, 'ready')));
    const asking = db.createJobs();
    for (let batch = 0; batch < 10; batch += 1) {
      await db.connection.transaction(async (transaction) => {
        for (let number = batch * 100; number < (batch + 1) * 100; number += 1) {
          await asking.enqueue({ name: 'test.note', payload: { number } }, transaction);
        }
      });
    }
    await until(async () => expect(await db.connection('notes')).toHaveLength(1000));
    for (const worker of workers) await worker.end('SIGTERM');
    const notes: { number: number; process: number }[] = await db.connection('notes').orderBy('number');
    expect(notes.map((note) => note.number)).toEqual(Array.from({ length: 1000 }, (_, number) => number));
    expect(new Set(notes.map((note) => note.process)).size).toBe(2);
    expect(workers.map((worker) => worker.child.exitCode)).toEqual([0, 0]);
  });

  test('take over the job of a process that was killed', async (db) => {
    const killed = db.startProcess({ attempts: 3, leaseSeconds });
    await wrote(killed, 'ready');
    const rescuer = db.createJobs({ leaseSeconds, retry: { attempts: 3, baseSeconds: 1, maxSeconds: 1 } });
    const runs: { payload: unknown; attempt: number }[] = [];
    await rescuer.enqueue({ name: 'test.hold', payload: { number: 1 }, dedupeKey: 'one' });
    await wrote(killed, 'held 1');
    rescuer.work('test.hold', async ({ payload, attempt }) => {
      runs.push({ payload, attempt });
    });
    await rescuer.start();
    // As long as the process lives its job is its own: longer than a lease, a look and a pause take.
    await new Promise((resolve) => setTimeout(resolve, leaseSeconds * 1000 + 5000));
    expect(runs).toEqual([]);
    await killed.end('SIGKILL');
    await until(() => expect(runs).toHaveLength(1));
    expect(runs).toEqual([{ payload: { number: 1 }, attempt: 2 }]);
    expect(await rescuer.deadLetters()).toEqual([]);
  });

  test('give up a job that takes its process down with it', async (db) => {
    const killed = db.startProcess({ attempts: 1, leaseSeconds });
    await wrote(killed, 'ready');
    const rescuer = db.createJobs({ leaseSeconds, retry: { attempts: 1, baseSeconds: 1, maxSeconds: 1 } });
    await rescuer.enqueue({ name: 'test.hold', payload: { number: 1 } });
    await wrote(killed, 'held 1');
    await killed.end('SIGKILL');
    await rescuer.start();
    await until(async () => expect(await rescuer.deadLetters()).toHaveLength(1));
    const [letter] = await rescuer.deadLetters();
    expect(letter).toMatchObject({ name: 'test.hold', payload: { number: 1 }, attempts: 1 });
    expect(letter?.error).not.toBe('');
  });
});
