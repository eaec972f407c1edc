import { expect, vi } from 'vitest';
import type { Job } from '../../src/platform/jobs/jobs.ts';
import { sqlite, testsWith } from '../support/jobs.ts';

testsWith(sqlite.open)(
  'tells a handler that its lease was lost, and keeps its late outcome from the next holder',
  async (db) => {
    const retry = { attempts: 5, baseSeconds: 1, maxSeconds: 1 };
    const slow = Promise.withResolvers<void>();
    const held: Job[] = [];
    const first = db.createJobs({ leaseSeconds: 1, retry });
    first.work('mail.send', (job) => {
      held.push(job);
      return slow.promise;
    });
    await first.start();
    await first.enqueue({ name: 'mail.send', payload: { message: 'a1' }, dedupeKey: 'a1' });
    await vi.waitFor(() => expect(held).toHaveLength(1));

    // A process whose clock runs an hour ahead takes the job for abandoned.
    const ahead = () => new Date(Date.now() + 3_600_000);
    const next = Promise.withResolvers<void>();
    const attempts: number[] = [];
    const second = db.createJobs({ leaseSeconds: 1, retry, clock: ahead });
    second.work('mail.send', ({ attempt }) => {
      attempts.push(attempt);
      return next.promise;
    });
    await second.start();
    await vi.waitFor(() => expect(held[0]?.signal.aborted).toBe(true), { timeout: 5000 });
    await vi.waitFor(() => expect(attempts).toEqual([2]), { timeout: 5000 });

    slow.resolve();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const rows = await db.connection('passerelle_jobs').select('state', 'attempts');
    expect(rows).toEqual([{ state: 'running', attempts: 2 }]);
    next.resolve();
    await vi.waitFor(async () => expect(await db.connection('passerelle_jobs')).toEqual([]));
  },
);
