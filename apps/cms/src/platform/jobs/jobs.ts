import type { Transaction } from './database.ts';

/** What a job may carry: plain JSON, identifiers rather than content, never personal data. */
export type JobPayload = { readonly [key: string]: Json };
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Asks for a job. */
export interface JobRequest {
  /** Dotted, lower-case: `site.notice`. One handler answers to it. */
  name: string;
  payload: JobPayload;
  /**
   * At most one job of this name and key waits. A request for a key that already waits is taken up by the
   * waiting job: it keeps the newest payload and the earlier of the two times, and its attempts start anew.
   * Jobs of one name and key never run side by side, so a request made while one runs waits for exactly
   * one follow-up.
   */
  dedupeKey?: string;
  /** Not before this instant; at once by default. */
  runAt?: Date;
}

/** A job as its handler gets it. */
export interface Job {
  id: string;
  /** As stored: the handler parses it with its own schema. */
  payload: unknown;
  /** 1 on the first run. */
  attempt: number;
  /** Aborted when the job is no longer this run's: it is out of time, its lease is lost, or `stop` won't wait. */
  signal: AbortSignal;
}

/**
 * Does the work. A rejection is a failed attempt: it is retried with growing pauses, then kept as a dead
 * letter. A job whose process was killed runs again, so a handler must stand being run twice.
 */
export type JobHandler = (job: Job) => Promise<void>;

/** Runs a job again and again by the clock on the wall. */
export interface JobSchedule {
  /** One schedule per name; the job has this name. */
  name: string;
  /** Five fields, minute first. */
  cron: string;
  /** IANA name, for example `America/Toronto`. */
  timeZone: string;
  payload: JobPayload;
}

/** A job that has used up its attempts. Kept for 90 days. */
export interface DeadLetter {
  id: string;
  name: string;
  payload: unknown;
  attempts: number;
  /** Name and message of the last error, at most 4,000 characters. */
  error: string;
  failedAt: Date;
}

/**
 * Durable background work, the same on SQLite (`embedded.ts`) and PostgreSQL (`pg-boss.ts`).
 *
 * A job is run at least once; exactly once as long as no process dies or stalls while running it.
 */
export interface Jobs {
  /**
   * Stores a job. With a transaction the job comes to exist when that transaction commits, and not at all
   * when it is rolled back; the commit wakes this process's runner. Whoever is inside a transaction must pass
   * it: on SQLite a second connection would wait for the first one. Works before `start` too, for a process
   * that only asks for work. Rejects when the job could not be stored.
   */
  enqueue(request: JobRequest, transaction?: Transaction): Promise<void>;

  /** Stores jobs like `enqueue`, in one statement where the queue can. */
  enqueueAll(requests: readonly JobRequest[], transaction: Transaction): Promise<void>;

  /** Names the handler of a job. Once per name, before `start`. */
  work(name: string, handler: JobHandler): void;

  /**
   * Declares a schedule, before `start`; its job needs a handler like any other. Each tick runs once whatever
   * the number of processes, and ticks never overlap: one that comes due while the last one still waits is
   * taken up by it. Ticks missed while no process was there are made up for by a single run. A schedule that
   * is new, or whose cron or time zone has changed, makes up for nothing.
   */
  schedule(schedule: JobSchedule): void;

  /** Begins to work off the jobs that have a handler. */
  start(): Promise<void>;

  /**
   * Takes no further job and waits for the running ones, `drainSeconds` at most. One that is still running
   * then has its signal aborted, counts as a failed attempt and is run again later, here or elsewhere.
   */
  stop(): Promise<void>;

  /** Jobs that used up their attempts, longest dead first, at most 1,000. */
  deadLetters(): Promise<DeadLetter[]>;

  /**
   * Puts a dead letter back to wait, with fresh attempts. Where its key already waits, that newer job stands
   * for it and it is only removed. False when there is none of this id.
   */
  retry(id: string): Promise<boolean>;
}
