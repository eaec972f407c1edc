import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { afterCommit } from './database.ts';
import * as table from './embedded-table.ts';
import type { JobHandler, JobRequest, Jobs } from './jobs.ts';
import { createScheduler } from './schedules.ts';
import { errorText, type JobsSettings, levelOfAttempt, retryDelay } from './settings.ts';

/** A job of this process: taken, and not yet let go by its handler. */
interface Run {
  job: table.ClaimedRow;
  controller: AbortController;
  /** Settles when the handler has returned and the outcome is stored. Never rejects. */
  done: Promise<void>;
}

/**
 * Jobs over the table `passerelle_jobs` of a SQLite database.
 *
 * A job is claimed for a lease that is renewed while it runs; when its process dies the lease ends and the
 * next process to look takes the job as a failed attempt. Any number of processes may ask for work, and more
 * than one may do it, but one is what SQLite is for.
 */
export function embeddedJobs(settings: JobsSettings): Jobs {
  const { connection, clock, random, log, retry } = settings;
  const holder = randomUUID();
  const handlers = new Map<string, JobHandler>();
  const runs = new Map<number, Run>();
  const timers: NodeJS.Timeout[] = [];
  let accepting = false;
  let looking: Promise<void> | undefined;
  /** Names of jobs that may wait and have room. */
  const wanted = new Set<string>();

  const now = () => clock().getTime();
  const leaseUntil = () => now() + settings.leaseSeconds * 1000;
  const scheduler = createScheduler(settings, (request, transaction) => jobs.enqueue(request, transaction));

  // A handler must not find itself in the context of whoever woke the runner: Strapi keeps its transaction there.
  const outside = AsyncLocalStorage.snapshot();

  /**
   * Starts every job of some names there is room for; where there is none, the next run of a name that ends looks for
   * it. One look at a time: a call during a look has it look once more.
   */
  function look(names: Iterable<string> = handlers.keys()): void {
    if (!accepting) return;
    for (const name of names) wanted.add(name);
    if (wanted.size === 0) return;
    looking ??= outside(lookAround);
  }

  const lookFor = (requests: readonly JobRequest[]) => look(new Set(requests.map(({ name }) => name)));

  async function lookAround(): Promise<void> {
    while (wanted.size > 0 && accepting) {
      const mine = [...wanted].filter((name) => handlers.has(name));
      wanted.clear();
      await guarded('looking for jobs', () => startAll(mine));
    }
    looking = undefined;
  }

  async function startAll(wished: readonly string[]): Promise<void> {
    while (accepting) {
      const names = wished.filter((name) => running(name) < settings.concurrency);
      if (names.length === 0) return;
      await settings.giveWay();
      const job = await table.claimJob(connection, { names, holder, now: now(), leaseUntil: leaseUntil() });
      if (!job) return;
      begin(job);
    }
  }

  function running(name: string): number {
    return [...runs.values()].filter((run) => run.job.name === name).length;
  }

  function begin(job: table.ClaimedRow): void {
    const handler = handlers.get(job.name);
    if (!handler) throw new Error(`job ${job.id}: "${job.name}" has no handler`);
    const controller = new AbortController();
    const handled = async () =>
      handler({
        id: String(job.id),
        payload: JSON.parse(job.payload),
        attempt: job.attempts,
        signal: controller.signal,
      });
    const done = settle(job, handled(), controller).finally(() => {
      runs.delete(job.id);
      look([job.name]);
    });
    runs.set(job.id, { job, controller, done });
  }

  /** Stores how a run ended, at its time limit if need be, and holds its place until the handler has returned. */
  async function settle(job: table.ClaimedRow, handled: Promise<void>, controller: AbortController) {
    const returned = handled.then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    let timer: NodeJS.Timeout | undefined;
    const outOfTime = new Promise<{ error: unknown }>((resolve) => {
      timer = setTimeout(() => {
        const error = new Error(`ran for more than ${settings.timeLimitSeconds} s`);
        controller.abort(error);
        resolve({ error });
      }, settings.timeLimitSeconds * 1000);
    });
    const failure = await Promise.race([returned, outOfTime]);
    clearTimeout(timer);
    await guarded(`storing the outcome of job ${job.id}`, async () => {
      if (failure) await fail(job, failure.error);
      else await table.completeJob(connection, job, holder);
    });
    await returned;
  }

  async function fail(job: table.ClaimedRow, cause: unknown): Promise<void> {
    const error = errorText(cause);
    const description = `job ${job.id} "${job.name}", attempt ${job.attempts} of ${retry.attempts}`;
    if (job.attempts >= retry.attempts) {
      log('error', `${description} failed: given up`, cause);
      await table.buryJob(connection, job, holder, { error, now: now() });
    } else {
      log(levelOfAttempt(job.attempts), `${description} failed`, cause);
      const retryAt = now() + Math.round(retryDelay(retry, job.attempts, random) * 1000);
      await table.postponeJob(connection, job, holder, { error, retryAt });
    }
  }

  async function failExpired(): Promise<void> {
    // A stall of this process may have let its own leases end: what still runs here stays here.
    await renew();
    const expired = await table.takeExpired(connection, { holder, now: now(), leaseUntil: leaseUntil() });
    for (const job of expired) await fail(job, new Error('the process that ran it stopped without a word'));
  }

  async function renew(): Promise<void> {
    if (runs.size === 0) return;
    const held = await table.renewLeases(connection, holder, leaseUntil());
    for (const { job, controller } of runs.values()) {
      if (!held.has(job.id)) controller.abort(new Error('the lease was lost'));
    }
  }

  /** A step of the runner's own: what goes wrong is told, and the next round tries again. */
  async function guarded(doing: string, step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      log('error', `jobs: ${doing} failed`, error);
    }
  }

  function every(seconds: number, step: () => void): void {
    timers.push(setInterval(step, seconds * 1000));
  }

  const jobs: Jobs = {
    async enqueue(request, transaction) {
      await table.insertJobs(transaction ?? connection, [request], now());
      if (transaction) afterCommit(transaction, () => lookFor([request]));
      else lookFor([request]);
    },

    async enqueueAll(requests, transaction) {
      await table.insertJobs(transaction, requests, now());
      afterCommit(transaction, () => lookFor(requests));
    },

    work(name, handler) {
      if (handlers.has(name)) throw new Error(`"${name}" has a handler already`);
      handlers.set(name, handler);
    },

    schedule: scheduler.add,

    async start() {
      await scheduler.start();
      accepting = true;
      every(settings.leaseSeconds / 3, () => guarded('renewing leases', renew));
      every(settings.pollSeconds, async () => {
        if (accepting) await guarded('taking over lost jobs', failExpired);
        look();
      });
      look();
    },

    async stop() {
      accepting = false;
      await scheduler.stop();
      await looking;
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, settings.drainSeconds * 1000);
      });
      await Promise.race([Promise.all([...runs.values()].map((run) => run.done)), patience]);
      clearTimeout(timer);
      for (const timer of timers) clearInterval(timer);
      for (const { job, controller } of runs.values()) {
        const reason = new Error('the process stopped before the job was done');
        await guarded(`giving back job ${job.id}`, () => fail(job, reason));
        controller.abort(reason);
      }
    },

    deadLetters: () => table.readDeadLetters(connection),

    retry: async (id) => {
      const revived = /^\d{1,15}$/.test(id) && (await table.reviveJob(connection, Number(id), now()));
      if (revived) look();
      return revived;
    },
  };
  return jobs;
}
