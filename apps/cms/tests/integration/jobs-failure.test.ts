import { describe, expect, vi } from 'vitest';
import { jobsDatabases, testsWith } from '../support/jobs.ts';

const retry = { attempts: 3, baseSeconds: 1, maxSeconds: 1 };

describe.each(jobsDatabases)('failing jobs on $database', ({ open }) => {
  const test = testsWith(open);

  test('tries again after a pause', async (db) => {
    const jobs = db.createJobs({ retry });
    const runs: { attempt: number; at: number }[] = [];
    jobs.work('site.notice', async ({ attempt }) => {
      runs.push({ attempt, at: Date.now() });
      if (attempt < 3) throw new Error('no answer');
    });
    await jobs.start();
    await jobs.enqueue({ name: 'site.notice', payload: {} });
    await vi.waitFor(() => expect(runs).toHaveLength(3), { timeout: 15_000 });
    expect(runs.map((run) => run.attempt)).toEqual([1, 2, 3]);
    const pauses = runs.slice(1).map((run, index) => run.at - (runs[index]?.at ?? 0));
    for (const length of pauses) expect(length).toBeGreaterThan(900);
    expect(await jobs.deadLetters()).toEqual([]);
    expect(db.told).toHaveLength(2);
  });

  test('keeps a job that has used up its attempts, and runs it again when asked', async (db) => {
    const jobs = db.createJobs({ retry: { ...retry, attempts: 2 } });
    let broken = true;
    const repaired: { payload: unknown; attempt: number }[] = [];
    jobs.work('mail.send', async ({ payload, attempt }) => {
      if (broken) throw new TypeError('no such template');
      repaired.push({ payload, attempt });
    });
    await jobs.start();
    const before = Date.now();
    await jobs.enqueue({ name: 'mail.send', payload: { message: 'a1' }, dedupeKey: 'a1' });
    await vi.waitFor(async () => expect(await jobs.deadLetters()).toHaveLength(1), { timeout: 15_000 });
    const [letter] = await jobs.deadLetters();
    expect(letter).toMatchObject({ name: 'mail.send', payload: { message: 'a1' }, attempts: 2 });
    expect(letter?.error).toContain('TypeError: no such template');
    expect(letter?.failedAt.getTime()).toBeGreaterThan(before);

    broken = false;
    expect(await jobs.retry('00000000-0000-4000-8000-000000000000')).toBe(false);
    expect(await jobs.retry('999999')).toBe(false);
    expect(repaired).toEqual([]);
    expect(await jobs.retry(letter?.id ?? '')).toBe(true);
    await vi.waitFor(() => expect(repaired).toHaveLength(1), { timeout: 5000 });
    expect(repaired).toEqual([{ payload: { message: 'a1' }, attempt: 1 }]);
    expect(await jobs.deadLetters()).toEqual([]);
    expect(await jobs.retry(letter?.id ?? '')).toBe(false);
  });

  test('does not put a dead letter before a newer job of its key', async (db) => {
    const jobs = db.createJobs({ retry: { ...retry, attempts: 1 } });
    let broken = true;
    const payloads: unknown[] = [];
    jobs.work('mail.send', async ({ payload }) => {
      if (broken) throw new Error('no answer');
      payloads.push(payload);
    });
    await jobs.start();
    await jobs.enqueue({ name: 'mail.send', payload: { version: 1 }, dedupeKey: 'a1' });
    await vi.waitFor(async () => expect(await jobs.deadLetters()).toHaveLength(1), { timeout: 15_000 });
    broken = false;
    const runAt = new Date(Date.now() + 1500);
    await jobs.enqueue({ name: 'mail.send', payload: { version: 2 }, dedupeKey: 'a1', runAt });
    const [letter] = await jobs.deadLetters();
    expect(await jobs.retry(letter?.id ?? '')).toBe(true);
    expect(await jobs.deadLetters()).toEqual([]);
    await vi.waitFor(() => expect(payloads).toHaveLength(1), { timeout: 10_000 });
    expect(payloads).toEqual([{ version: 2 }]);
  });

  test('runs a new request at once, with fresh attempts, while its key pauses after a failure', async (db) => {
    const jobs = db.createJobs({ retry: { attempts: 2, baseSeconds: 600, maxSeconds: 600 } });
    const runs: { payload: unknown; attempt: number }[] = [];
    jobs.work('site.notice', async ({ payload, attempt }) => {
      runs.push({ payload, attempt });
      throw new Error('no answer');
    });
    await jobs.start();
    for (const revision of [1, 2, 3]) {
      await jobs.enqueue({ name: 'site.notice', payload: { revision }, dedupeKey: 'site' });
      await vi.waitFor(() => expect(db.told).toHaveLength(revision), { timeout: 5000 });
      // The failure is told before it is stored.
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    expect(runs).toEqual([1, 2, 3].map((revision) => ({ payload: { revision }, attempt: 1 })));
    expect(await jobs.deadLetters()).toEqual([]);
  });

  test('replaces a failed job by the newer one that waited for it', async (db) => {
    const jobs = db.createJobs({ retry });
    const held = Promise.withResolvers<void>();
    const payloads: unknown[] = [];
    jobs.work('site.notice', async ({ payload }) => {
      payloads.push(payload);
      if (payloads.length > 1) return;
      await held.promise;
      throw new Error('no answer');
    });
    await jobs.start();
    await jobs.enqueue({ name: 'site.notice', payload: { revision: 1 }, dedupeKey: 'site' });
    await vi.waitFor(() => expect(payloads).toHaveLength(1));
    const tomorrow = new Date(Date.now() + 86_400_000);
    await jobs.enqueue({ name: 'site.notice', payload: { revision: 2 }, dedupeKey: 'site', runAt: tomorrow });
    held.resolve();
    await vi.waitFor(() => expect(payloads).toHaveLength(2), { timeout: 10_000 });
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(payloads).toEqual([{ revision: 1 }, { revision: 2 }]);
  });

  test('ends a run that takes too long, and tells its handler', async (db) => {
    const jobs = db.createJobs({ retry: { ...retry, attempts: 1 }, timeLimitSeconds: 1 });
    let aborted = false;
    jobs.work('mail.send', ({ signal }) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      signal.addEventListener('abort', () => {
        aborted = true;
        resolve();
      });
      return promise;
    });
    await jobs.start();
    await jobs.enqueue({ name: 'mail.send', payload: {} });
    await vi.waitFor(async () => expect(await jobs.deadLetters()).toHaveLength(1), { timeout: 10_000 });
    expect(aborted).toBe(true);
  });

  test('gives a job back that does not end when it stops', async (db) => {
    const stopping = db.createJobs({ retry });
    let aborted = false;
    stopping.work('mail.send', ({ signal }) => {
      signal.addEventListener('abort', () => {
        aborted = true;
      });
      return new Promise(() => undefined);
    });
    await stopping.start();
    await stopping.enqueue({ name: 'mail.send', payload: { message: 'a1' } });
    await new Promise((resolve) => setTimeout(resolve, 800));
    await stopping.stop();
    expect(aborted).toBe(true);
    const next = db.createJobs({ retry });
    const runs: { payload: unknown; attempt: number }[] = [];
    next.work('mail.send', async ({ payload, attempt }) => {
      runs.push({ payload, attempt });
    });
    await next.start();
    await vi.waitFor(() => expect(runs).toEqual([{ payload: { message: 'a1' }, attempt: 2 }]), {
      timeout: 10_000,
    });
  });
});
